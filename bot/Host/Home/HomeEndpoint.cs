using ChatOpsBot.Application.Desks;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Host.Local;
using ChatOpsBot.Host.Pages;

namespace ChatOpsBot.Host.Home;

/// <summary>Answers the requests for the start page, and opens a second person's Playground from there.</summary>
internal sealed class HomeEndpoint(
    PageRenderer pages, WordsCatalog catalog, LocalPlaygroundMode local, Playground playground, PlaygroundChats chats, TicketDesks desks)
{
    private const int MaxBytes = 4 * 1024;

    public Task<IResult> ShowAsync(HttpContext http) => PageAsync(http, fault: null);

    /// <summary>A page of another site cannot open one: its browser names that site, and the request is refused.</summary>
    public async Task<IResult> OpenAsync(HttpContext http)
    {
        if (!local.IsOn || !LocalPlaygroundMode.IsFromThisMachine(http))
            return Results.NotFound();
        if (!OwnPage.Sent(http.Request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if ((await SmallForm.ReadAsync(http.Request, MaxBytes))?[HomeSetup.NameField].ToString().Trim()
            is not { Length: > 0 and <= HomeSetup.LongestName } name)
            return await PageAsync(http, HomeSetup.AskName);
        if (await playground.OpenAsync(PlaygroundPerson.Named(name), http.RequestAborted) is { } fault)
            return await PageAsync(http, words => words[$"home.fault.{fault}"]);

        return Html.SeeOther(http.Response, "/");
    }

    private async Task<IResult> PageAsync(HttpContext http, Func<Phrases, string>? fault)
    {
        var language = AcceptedLanguage.Of(http.Request, catalog);
        PageHeaders.Protect(http.Response.Headers);
        var open = chats.Open;
        var proposed = PlaygroundPerson.Known.FirstOrDefault(person => open.All(it => it.Person != person));
        return Html.Page(
            await pages.RenderAsync<HomePage>(
                language,
                (nameof(HomePage.Chats), open.Select(it => (it.Person.Name, it.Page)).ToList()),
                (nameof(HomePage.IsLocal), local.IsOn),
                (nameof(HomePage.HasDesk), desks.InUse.Contains(DeskKind.Local)),
                (nameof(HomePage.Proposed), open.Count > 0 && playground.CanOpen ? proposed?.Name : null),
                (nameof(HomePage.Fault), fault?.Invoke(catalog.In(language)))));
    }
}
