using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Wall;

/// <summary>Who may look at the page: in local mode whoever sits at this machine, otherwise a browser that took an invitation.</summary>
internal sealed class WallGate(LocalPlaygroundMode local, Invitations invitations)
{
    // "__Host-": no other host and no plain HTTP can set it (RFC 6265bis, section 4.1.3).
    private const string Cookie = "__Host-dr-events";

    /// <returns>Null for whoever may not.</returns>
    public async Task<Onlooker?> AdmitAsync(HttpContext http)
    {
        if (local.IsOn)
            return LocalPlaygroundMode.IsFromThisMachine(http) ? new(RecoveryStore.AnyTenant, DateTimeOffset.MaxValue) : null;

        return
            http.Request.Cookies[Cookie] is { Length: > 0 } secret && await invitations.FindAsync(secret, http.RequestAborted) is { } viewer
            ? new(viewer.Tenant, viewer.Until)
            : null;
    }

    /// <summary>Takes an invitation for this browser.</summary>
    /// <returns>False for one that is none, was taken, or is too old.</returns>
    public async Task<bool> LetInAsync(HttpContext http, string invitation)
    {
        if (await invitations.TakeAsync(invitation, http.RequestAborted) is not { } secret)
            return false;

        http.Response.Cookies.Append(Cookie, secret, new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = Invitations.LookingLife,
        });
        return true;
    }
}

/// <summary>Somebody who looks at the page.</summary>
/// <param name="Tenant">Whose events; <see cref="RecoveryStore.AnyTenant"/> in local mode.</param>
internal sealed record Onlooker(string? Tenant, DateTimeOffset Until);
