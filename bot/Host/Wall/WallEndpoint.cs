using ChatOpsBot.Application;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatOpsBot.Host.Wall;

/// <summary>Answers the requests for the page of current events.</summary>
internal sealed class WallEndpoint(
    WallGate gate,
    WallDrawing drawing,
    WallReader reader,
    WallWatch watch,
    WallStream stream,
    WordsCatalog catalog,
    ILogger<WallEndpoint> log)
{
    private const int LongestForm = 4 * 1024;
    private const int SecondsToWait = 10;

    public async Task<IResult> ShowAsync(HttpContext http)
    {
        if (await gate.AdmitAsync(http) is not { } onlooker)
            return Page(await drawing.ClosedAsync(Language(http)), StatusCodes.Status401Unauthorized);

        var view = await reader.ReadAsync(http.RequestAborted);
        return Page(await drawing.PageAsync(view, onlooker.Tenant, Language(http)));
    }

    public async Task<IResult> FollowAsync(HttpContext http)
    {
        if (await gate.AdmitAsync(http) is not { } onlooker)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);

        if (watch.Enter() is not { } watcher)
        {
            log.TooManyWatch(WallWatch.MostWatchers);
            http.Response.Headers.RetryAfter = $"{SecondsToWait}";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        http.Response.RegisterForDispose(watcher);
        // A proxy that gathers pieces would hold the news back.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.FollowAsync(watcher, onlooker, Language(http), http.RequestAborted));
    }

    public async Task<IResult> DoorAsync(HttpContext http) =>
        Page(await drawing.DoorAsync(Language(http), http.Request.Query[Invitations.KeyName].ToString()));

    public async Task<IResult> EnterAsync(HttpContext http)
    {
        if (await KeyAsync(http) is not { Length: > 0 } key || !await gate.LetInAsync(http, key))
            return Page(await drawing.ClosedAsync(Language(http), isTooLate: true), StatusCodes.Status401Unauthorized);

        http.Response.Headers.Location = WallAddress.Page;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<string?> KeyAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > LongestForm)
            return null;

        try
        {
            http.Features.Set<IFormFeature>(
                new FormFeature(
                    http.Request,
                    new FormOptions
                    {
                        ValueCountLimit = 4,
                        KeyLengthLimit = 100,
                        ValueLengthLimit = 1000,
                    }));
            return (await http.Request.ReadFormAsync(http.RequestAborted))[Invitations.KeyName].ToString();
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private string Language(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(it => it.Quality ?? 1)
        .Select(it => it.Value.Value?.Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(catalog.Languages.Contains) ?? WordsCatalog.Fallback;

    private static ContentHttpResult Page(string html, int status = StatusCodes.Status200OK) =>
        TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status);
}
