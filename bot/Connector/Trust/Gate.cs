using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Trust;

/// <summary>
/// Who may talk to the bot, checked twice: for the request, before its body is read, and for the activity in it. A missing value never
/// lets anything through. The SDK checks neither the tenant nor the host that answers go to.
/// </summary>
internal sealed class Gate(TokenCheck tokens, TrustedHosts hosts, LocalPlaygroundMode local, IOptions<ConnectorOptions> options)
{
    private const string BotPrefix = "28:";

    private readonly HashSet<string> _tenants = new(
        [.. options.Value.AllowedTenants, .. options.Value.TenantId is { } own ? [own] : Array.Empty<string>()],
        StringComparer.OrdinalIgnoreCase);

    public async Task<RequestDecision> AuthenticateAsync(HttpContext http)
    {
        if (!local.IsOn)
        {
            using var span = ConnectorTracing.Source.StartActivity("check token");
            var decision = await tokens.CheckAsync(http.Request.Headers.Authorization, http.RequestAborted);
            span?.Ended(decision);
            return decision;
        }

        return LocalPlaygroundMode.IsFromThisMachine(http)
            ? new RequestDecision.Allowed(new ProvenSender.LocalPlayground())
            : new RequestDecision.Denied(403, "local mode takes requests from this machine only");
    }

    /// <summary>Null when the proven sender may send this activity; otherwise why not.</summary>
    public string? Objection(Activity activity, ProvenSender sender)
    {
        if (!hosts.Allows(activity.ServiceUrl))
            return "the serviceUrl is not on the list of allowed hosts";

        return sender is ProvenSender.Token token ? Objection(activity, token) : null;
    }

    private string? Objection(Activity activity, ProvenSender.Token token)
    {
        // The same app id may be registered for other channels, whose people are not those of the tenant.
        if (activity.ChannelId != Channels.Msteams)
            return "the channel is not Teams";

        if (string.IsNullOrEmpty(activity.ChannelId) || !token.Endorsements.Contains(activity.ChannelId))
            return "the signing key is not endorsed for the channel";

        if (!activity.ServiceUrl.Equals(token.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return "the token was issued for another serviceUrl";

        if (activity.From?.AadObjectId is { Length: > 0 } id && !Guid.TryParse(id, out _))
            return "the sender's object id is not a GUID";

        if (!IsThisBot(activity.Recipient))
            return "the recipient is not this bot";

        return IsTenantAllowed(activity) ? null : "the tenant is not on the list of allowed tenants";
    }

    private bool IsThisBot(ChannelAccount? recipient) =>
        recipient?.Id is { } id && id.Equals(BotPrefix + options.Value.AppId, StringComparison.OrdinalIgnoreCase);

    // Teams writes the tenant in two places. Where both are filled both must be allowed: the handler reads one of them.
    private bool IsTenantAllowed(Activity activity)
    {
        string?[] named = [activity.Conversation.TenantId, activity.GetChannelData<TeamsChannelData>()?.Tenant?.Id];
        return named.Any(it => it is not null) && named.All(it => it is null || _tenants.Contains(it));
    }
}
