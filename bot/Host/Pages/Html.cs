using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatOpsBot.Host.Pages;

/// <summary>Answers that browsers show.</summary>
internal static class Html
{
    public static ContentHttpResult Page(string html, int status = StatusCodes.Status200OK) =>
        TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status);

    /// <summary>Go and look there: what was sent is not sent again when the page is loaded again.</summary>
    public static IResult SeeOther(HttpResponse response, string path)
    {
        response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
