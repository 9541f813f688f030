using System.Security.Claims;
using System.Text.Encodings.Web;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Host.Pages;
using ChatOpsBot.Storage.Recovery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Wall;

/// <summary>
/// Who may look at the page: in local mode whoever sits at this machine, otherwise a browser that took an invitation. Not the framework's
/// cookie: that is encrypted with keys which every instance would have to share and keep; this one is a random name for a row of ours.
/// </summary>
internal sealed class WallAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    LocalPlaygroundMode local,
    Invitations invitations,
    Door door) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "wall";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() => await OnlookerAsync() is { } onlooker
        ? AuthenticateResult.Success(new(new ClaimsPrincipal(new OnlookerIdentity(onlooker)), SchemeName))
        : AuthenticateResult.NoResult();

    /// <summary>A person reads how to get in; the stream has no reader for that.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        PageHeaders.Protect(Response.Headers, runsScript: true);
        var answer = Request.Path == Invitations.PagePath(ViewerPage.Wall)
            ? await door.ClosedAsync(SessionCookie.Wall, Context, "how")
            : Results.StatusCode(StatusCodes.Status401Unauthorized);
        await answer.ExecuteAsync(Context);
    }

    private async Task<Onlooker?> OnlookerAsync()
    {
        if (local.IsOn)
            return LocalPlaygroundMode.IsFromThisMachine(Context) ? new("", RecoveryStore.AnyTenant, DateTimeOffset.MaxValue) : null;

        return SessionCookie.Wall.Read(Request) is { } secret
            && await invitations.FindAsync(ViewerPage.Wall, secret, Context.RequestAborted) is { } viewer
            ? new(viewer.PersonId, viewer.Tenant, viewer.Until)
            : null;
    }
}
