using System.Security.Claims;
using System.Text.Encodings.Web;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Tickets;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Host.Pages;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Tickets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Tickets;

/// <summary>
/// Who may work on tickets: in local mode whoever sits at this machine, otherwise a browser that took an invitation to the desk, for as
/// long as its person holds the role. The role is looked up for each request.
/// </summary>
internal sealed class DeskAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    LocalPlaygroundMode local,
    Invitations invitations,
    DeskStaff staff,
    IOptions<ConnectorOptions> connector,
    Door door) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "desk";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() => await AgentAsync() is { } agent
        ? AuthenticateResult.Success(new(new ClaimsPrincipal(new DeskAgentIdentity(agent)), SchemeName))
        : AuthenticateResult.NoResult();

    /// <summary>Says how to get in; and that nothing was saved, where somebody had filled in a form.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        PageHeaders.Protect(Response.Headers);
        var answer = HttpMethods.IsPost(Request.Method)
            ? await door.ClosedAsync(SessionCookie.Desk, Context, "not_saved", "how")
            : await door.ClosedAsync(SessionCookie.Desk, Context, "how");
        await answer.ExecuteAsync(Context);
    }

    private async Task<DeskAgent?> AgentAsync()
    {
        if (local.IsOn)
            return LocalPlaygroundMode.IsFromThisMachine(Context) ? new(null, TicketScope.All, FormToken.Local) : null;

        return SessionCookie.Desk.Read(Request) is { } secret
            && await invitations.FindAsync(ViewerPage.Desk, secret, Context.RequestAborted) is { Tenant: { Length: > 0 } tenant } viewer
            && staff.Includes(viewer.PersonId)
                ? new(new(viewer.PersonId, viewer.Name ?? ""), ScopeOf(tenant), FormToken.Of(secret))
                : null;
    }

    private TicketScope ScopeOf(string tenant) =>
        new(tenant, string.Equals(tenant, connector.Value.TenantId, StringComparison.OrdinalIgnoreCase));
}
