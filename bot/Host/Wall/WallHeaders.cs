namespace ChatOpsBot.Host.Wall;

/// <summary>What browsers are told beside the page: also with a refusal, which shows one too.</summary>
internal static class WallHeaders
{
    // Nothing but the page's own stylesheet, script and stream; nothing within the page itself.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // An invitation stands in the address.
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }
}
