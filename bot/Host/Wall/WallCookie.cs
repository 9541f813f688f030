using ChatOpsBot.Application.Recovery;

namespace ChatOpsBot.Host.Wall;

/// <summary>Where a browser that took an invitation keeps its secret.</summary>
internal static class WallCookie
{
    // "__Host-": no other host and no plain HTTP can set it (RFC 6265bis, section 4.1.3).
    private const string Name = "__Host-dr-events";

    public static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } secret ? secret : null;

    public static void Give(HttpResponse response, string secret) => response.Cookies.Append(Name, secret, new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = Invitations.LookingLife,
    });
}
