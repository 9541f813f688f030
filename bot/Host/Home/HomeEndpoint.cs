using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Host.Local;
using ChatOpsBot.Host.Wall;

namespace ChatOpsBot.Host.Home;

/// <summary>Answers the requests for the start page, and opens a second person's Playground from there.</summary>
internal sealed class HomeEndpoint(
    PageRenderer pages, WordsCatalog catalog, LocalPlaygroundMode local, Playground playground, PlaygroundChats chats)
{
    public Task<IResult> ShowAsync(HttpContext http) => PageAsync(http, fault: null);

    /// <summary>A page of another site cannot open one: its browser names that site, and the request is refused.</summary>
    public async Task<IResult> OpenAsync(HttpContext http)
    {
        if (!local.IsOn || !LocalPlaygroundMode.IsFromThisMachine(http))
            return Results.NotFound();
        if (!IsFromOwnPage(http.Request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if ((await SmallForm.ReadAsync(http.Request, HomeSetup.NameField))?.Trim() is not { Length: > 0 and <= HomeSetup.LongestName } name)
            return await PageAsync(http, HomeSetup.AskName);
        if (await playground.OpenAsync(PlaygroundPerson.Named(name), http.RequestAborted) is { } fault)
            return await PageAsync(http, words => words[$"home.fault.{fault}"]);

        http.Response.Headers.Location = "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    // Browsers say where a request comes from by Sec-Fetch-Site; the origin of a page without a referrer, as ours is, is "null".
    private static bool IsFromOwnPage(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin";

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }

    private async Task<IResult> PageAsync(HttpContext http, Func<Phrases, string>? fault)
    {
        var language = AcceptedLanguage.Of(http.Request, catalog);
        WallHeaders.Protect(http.Response.Headers);
        var open = chats.Open;
        var proposed = PlaygroundPerson.Known.FirstOrDefault(person => open.All(it => it.Person != person));
        return WallEndpoint.Page(
            await pages.RenderAsync<HomePage>(
                language,
                (nameof(HomePage.Chats), open.Select(it => (it.Person.Name, it.Page)).ToList()),
                (nameof(HomePage.IsLocal), local.IsOn),
                (nameof(HomePage.Proposed), open.Count > 0 && playground.CanOpen ? proposed?.Name : null),
                (nameof(HomePage.Fault), fault?.Invoke(catalog.In(language)))));
    }
}
