using System.Security.Claims;
using System.Text.Encodings.Web;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Dialogs.Words;
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
    WallDrawing drawing,
    WordsCatalog catalog) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "wall";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() => await OnlookerAsync() is { } onlooker
        ? AuthenticateResult.Success(new(new ClaimsPrincipal(new OnlookerIdentity(onlooker)), SchemeName))
        : AuthenticateResult.NoResult();

    /// <summary>A person reads how to get in; the stream has no reader for that.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        WallHeaders.Protect(Response.Headers);
        IResult answer = Request.Path == WallAddress.Page
            ? WallEndpoint.Page(
                await drawing.ClosedAsync(AcceptedLanguage.Of(Request, catalog)), StatusCodes.Status401Unauthorized)
            : Results.StatusCode(StatusCodes.Status401Unauthorized);
        await answer.ExecuteAsync(Context);
    }

    private async Task<Onlooker?> OnlookerAsync()
    {
        if (local.IsOn)
            return LocalPlaygroundMode.IsFromThisMachine(Context) ? new("", RecoveryStore.AnyTenant, DateTimeOffset.MaxValue) : null;

        return WallCookie.Read(Request) is { } secret && await invitations.FindAsync(secret, Context.RequestAborted) is { } viewer
            ? new(viewer.PersonId, viewer.Tenant, viewer.Until)
            : null;
    }
}
