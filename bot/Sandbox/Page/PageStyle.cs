using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Sandbox.Page;

/// <summary>The page's stylesheet.</summary>
internal static class PageStyle
{
    public static async Task WriteAsync(HttpResponse response)
    {
        response.ContentType = "text/css; charset=utf-8";
        await using var css = typeof(PageStyle).Assembly.GetManifestResourceStream("page.css")!;
        await css.CopyToAsync(response.Body, response.HttpContext.RequestAborted);
    }
}
