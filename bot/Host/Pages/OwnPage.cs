namespace ChatOpsBot.Host.Pages;

/// <summary>Whether a request was sent by a page of the bot itself.</summary>
internal static class OwnPage
{
    // Browsers say where a request comes from by Sec-Fetch-Site; the origin of a page without a referrer, as ours is, is "null".
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin";

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }
}
