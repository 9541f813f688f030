using ChatOpsBot.Connector.Incoming;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Trust;

/// <summary>
/// Who may talk to the bot, asked twice: for the request, before its body is read, and for the activity that it carried. Nothing
/// passes because something is missing.
/// </summary>
internal sealed class Gate(TokenCheck tokens, TrustedHosts hosts, LocalPlaygroundMode local, IOptions<ConnectorOptions> options)
{
    private const string BotPrefix = "28:";

    private readonly HashSet<string> _tenants = new(
        [.. options.Value.AllowedTenants, .. options.Value.TenantId is { } own ? [own] : Array.Empty<string>()],
        StringComparer.OrdinalIgnoreCase);

    public async Task<Admission> AdmitAsync(HttpContext http)
    {
        if (!local.IsOn)
        {
            using var span = ConnectorTracing.Source.StartActivity("check token");
            var admission = await tokens.CheckAsync(http.Request.Headers.Authorization, http.RequestAborted);
            span?.Ended(admission);
            return admission;
        }

        return LocalPlaygroundMode.IsFromThisMachine(http)
            ? new Admission.Granted(new SenderProof.LocalPlayground())
            : new Admission.Refused(403, "local mode takes requests from this machine only");
    }

    /// <summary>Null when the proven sender may send this activity; otherwise why not.</summary>
    public string? Objection(Activity activity, SenderProof proof)
    {
        if (!hosts.Allows(activity.ServiceUrl))
            return "the serviceUrl is not on the list of allowed hosts";

        return proof is SenderProof.Token token ? Objection(activity, token) : null;
    }

    private string? Objection(Activity activity, SenderProof.Token token)
    {
        if (string.IsNullOrEmpty(activity.ChannelId) || !token.Endorsements.Contains(activity.ChannelId))
            return "the signing key is not endorsed for the channel";

        if (!activity.ServiceUrl.Equals(token.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return "the token was issued for another serviceUrl";

        if (!IsThisBot(activity.Recipient))
            return "the recipient is not this bot";

        return IsTenantAllowed(activity) ? null : "the tenant is not on the list of allowed tenants";
    }

    private bool IsThisBot(ChannelAccount? recipient) =>
        recipient is not null && recipient.Id.Equals(BotPrefix + options.Value.AppId, StringComparison.OrdinalIgnoreCase);

    // Teams writes the tenant in two places. Where both are filled both must be allowed: the handler reads one of them.
    private bool IsTenantAllowed(Activity activity)
    {
        string?[] named = [activity.Conversation.TenantId, activity.ChannelData.TenantId];
        return named.Any(it => it is not null) && named.All(it => it is null || _tenants.Contains(it));
    }
}
