using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Host.Pages;

namespace ChatOpsBot.Host.Wall;

/// <summary>Answers the requests for the page of current events.</summary>
internal sealed class WallEndpoint(WallDrawing drawing, WallReader reader, WallWatch watch, WallStream stream, WordsCatalog catalog)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var view = await reader.ReadAsync(http.RequestAborted);
        return Html.Page(await drawing.PageAsync(view, Onlooker.Of(http.User).Tenant, Language(http)));
    }

    public IResult Follow(HttpContext http)
    {
        var watcher = watch.Enter();
        http.Response.RegisterForDispose(watcher);
        // A proxy that gathers pieces would hold the news back.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.FollowAsync(watcher, Onlooker.Of(http.User), Language(http), http.RequestAborted));
    }

    private string Language(HttpContext http) => AcceptedLanguage.Of(http.Request, catalog);
}
