using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Host.Pages;

/// <summary>Where a browser comes in to a page: an invitation is shown, and taken by a press.</summary>
internal sealed class Door(Invitations invitations, PageRenderer pages, WordsCatalog catalog)
{
    private const int MaxBytes = 4 * 1024;

    public async Task<IResult> ShowAsync(SessionCookie cookie, HttpContext http) =>
        Html.Page(await pages.RenderAsync<DoorPage>(
            Language(http),
            (nameof(DoorPage.Page), cookie.Page),
            (nameof(DoorPage.Invitation), http.Request.Query[Invitations.KeyName].ToString())));

    public async Task<IResult> EnterAsync(SessionCookie cookie, HttpContext http)
    {
        if (await SmallForm.ReadAsync(http.Request, MaxBytes) is not { } form
            || form[Invitations.KeyName].ToString() is not { Length: > 0 } key
            || await invitations.TakeAsync(cookie.Page, key, http.RequestAborted) is not { } secret)
            return await ClosedAsync(cookie, http, "too_late");

        cookie.Give(http.Response, secret);
        return Html.SeeOther(http.Response, Invitations.PagePath(cookie.Page));
    }

    /// <param name="why">Ends the keys of the sentences that say how to get in.</param>
    public async Task<IResult> ClosedAsync(SessionCookie cookie, HttpContext http, params IReadOnlyList<string> why)
    {
        var (language, key) = (Language(http), DoorWords.KeyOf(cookie.Page));
        var words = catalog.In(language);
        return Html.Page(
            await pages.RenderAsync<ClosedPage>(
                language,
                (nameof(ClosedPage.Title), words[$"{key}.closed"]),
                (nameof(ClosedPage.Lines), why.Select(it => words[$"{key}.{it}"]).ToList())),
            StatusCodes.Status401Unauthorized);
    }

    private string Language(HttpContext http) => AcceptedLanguage.Of(http.Request, catalog);
}
