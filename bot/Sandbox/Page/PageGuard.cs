using System.Net;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Sandbox.Page;

/// <summary>Who may see the page and play on it: browsers on this machine, from the page itself.</summary>
internal static class PageGuard
{
    // Its stylesheet and its forms; no script.
    private const string Policy =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    /// <summary>By the name of this machine: a page elsewhere whose own name was made to lead here is not.</summary>
    public static bool IsAddressedHere(HttpRequest request) =>
        request.Host.Host is var host
        && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    /// <summary>Browsers say which site a request comes from; what says nothing is no browser.</summary>
    public static bool IsFromOwnPage(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin";

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }
}
