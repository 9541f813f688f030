using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Host.Pages;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Tickets;

/// <summary>Pages that say why there is nothing to see, or why nothing was saved.</summary>
internal sealed class DeskRefusals(PageRenderer pages, WordsCatalog catalog)
{
    /// <param name="why">Ends the key of the sentence: <c>desk.no.…</c>.</param>
    public async Task<IResult> PageAsync(HttpContext http, int status, string why)
    {
        var language = AcceptedLanguage.Of(http.Request, catalog);
        var words = catalog.In(language);
        List<string> lines = [words[$"desk.no.{why}"]];
        if (HttpMethods.IsPost(http.Request.Method))
            lines.Add(words["desk.go_back"]);
        return Html.Page(
            await pages.RenderAsync<ClosedPage>(
                language,
                (nameof(ClosedPage.Title), words["desk.title"]),
                (nameof(ClosedPage.Lines), lines),
                (nameof(ClosedPage.Back), Invitations.PagePath(ViewerPage.Desk))),
            status);
    }
}
