using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Pages;

/// <summary>Where a browser that took an invitation keeps its secret: a cookie for each page, which opens no other.</summary>
internal sealed record SessionCookie(ViewerPage Page, string Name, SameSiteMode SameSite)
{
    // "__Host-": no other host and no plain HTTP can set it (RFC 6265bis, section 4.1.3).
    public static SessionCookie Wall { get; } = new(ViewerPage.Wall, "__Host-dr-events", SameSiteMode.Lax);

    /// <summary>Something can be done with it, so it comes with no request from elsewhere.</summary>
    public static SessionCookie Desk { get; } = new(ViewerPage.Desk, "__Host-desk", SameSiteMode.Strict);

    public string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } secret ? secret : null;

    public void Give(HttpResponse response, string secret) => Set(response, secret, Invitations.SessionLife(Page));

    /// <summary>The browser forgets it.</summary>
    public void Take(HttpResponse response) => Set(response, "", TimeSpan.Zero);

    private void Set(HttpResponse response, string value, TimeSpan age) => response.Cookies.Append(Name, value, new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSite,
        Path = "/",
        MaxAge = age,
    });
}
