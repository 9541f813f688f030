using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatOpsBot.Host.Wall;

/// <summary>Answers the requests for the page of current events.</summary>
internal sealed class WallEndpoint(
    Invitations invitations,
    WallDrawing drawing,
    WallReader reader,
    WallWatch watch,
    WallStream stream,
    WordsCatalog catalog)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var view = await reader.ReadAsync(http.RequestAborted);
        return Page(await drawing.PageAsync(view, Onlooker.Of(http.User).Tenant, Language(http)));
    }

    public IResult Follow(HttpContext http)
    {
        var watcher = watch.Enter();
        http.Response.RegisterForDispose(watcher);
        // A proxy that gathers pieces would hold the news back.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.FollowAsync(watcher, Onlooker.Of(http.User), Language(http), http.RequestAborted));
    }

    public async Task<IResult> DoorAsync(HttpContext http) =>
        Page(await drawing.DoorAsync(Language(http), http.Request.Query[Invitations.KeyName].ToString()));

    public async Task<IResult> EnterAsync(HttpContext http)
    {
        if (await SmallForm.ReadAsync(http.Request, Invitations.KeyName) is not { Length: > 0 } key
            || await invitations.TakeAsync(key, http.RequestAborted) is not { } secret)
            return Page(await drawing.ClosedAsync(Language(http), isTooLate: true), StatusCodes.Status401Unauthorized);

        WallCookie.Give(http.Response, secret);
        http.Response.Headers.Location = WallAddress.Page;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    public static ContentHttpResult Page(string html, int status = StatusCodes.Status200OK) =>
        TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status);

    private string Language(HttpContext http) => AcceptedLanguage.Of(http.Request, catalog);
}
