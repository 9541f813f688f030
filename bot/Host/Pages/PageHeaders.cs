namespace ChatOpsBot.Host.Pages;

/// <summary>What browsers are told beside a page: also with a refusal, which shows one too.</summary>
internal static class PageHeaders
{
    // Nothing but the page's own parts; nothing within the page itself.
    private const string Rest =
        "style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Still = $"default-src 'none'; {Rest}";
    private const string Moving = $"default-src 'none'; script-src 'self'; {Rest}; connect-src 'self'";

    /// <param name="runsScript">The page's own script and stream may run; by default nothing does.</param>
    public static void Protect(IHeaderDictionary headers, bool runsScript = false)
    {
        headers.ContentSecurityPolicy = runsScript ? Moving : Still;
        headers.XContentTypeOptions = "nosniff";
        // An invitation stands in the address.
        headers["Referrer-Policy"] = "no-referrer";
        // Keeps a page that somebody else opened from reaching into this one.
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
