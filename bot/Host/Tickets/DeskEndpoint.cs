using System.Globalization;
using ChatOpsBot.Application;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Tickets;
using ChatOpsBot.Host.Pages;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Tickets;

/// <summary>Answers the requests for the desk's pages.</summary>
internal sealed class DeskEndpoint(
    DeskReader reader, DeskDrawing drawing, TicketWork work, DeskRefusals refusals, Invitations invitations, ILogger<DeskEndpoint> log)
{
    /// <summary>The version of a ticket that was just made, in the address that a browser is sent to.</summary>
    public const string SavedField = "saved";

    /// <summary>Of the history, what comes before this version.</summary>
    public const string BeforeField = "before";

    // Two notes of the longest, each of its signs as nine letters at most; and one that is too long comes back whole.
    private const int MaxBytes = 64 * 1024;

    public async Task<IResult> ListAsync(HttpContext http)
    {
        var agent = DeskAgent.Of(http.User);
        var view = await reader.ListAsync(TicketQuery.Read(http.Request.Query), agent.Scope, http.RequestAborted);
        return Html.Page(await drawing.ListAsync(view, agent, http.Request));
    }

    public async Task<IResult> ShowAsync(string number, HttpContext http)
    {
        var (agent, query) = (DeskAgent.Of(http.User), http.Request.Query);
        return await reader.TicketAsync(number, Number(query[BeforeField]), agent.Scope, http.RequestAborted) is { } view
            ? Html.Page(await drawing.TicketAsync(view, new(Saved: Number(query[SavedField])), agent, http.Request))
            : await refusals.PageAsync(http, StatusCodes.Status404NotFound, "ticket");
    }

    /// <summary>A file to be saved, never to be shown: what is in it comes from outside.</summary>
    public async Task<IResult> FileAsync(string number, string name, HttpContext http) =>
        await reader.FileAsync(number, name, DeskAgent.Of(http.User).Scope, http.RequestAborted) is { } file
            ? Results.File(file.Content, "application/octet-stream", file.Name)
            : await refusals.PageAsync(http, StatusCodes.Status404NotFound, "file");

    /// <summary>
    /// A page of another site cannot change anything: it has neither the cookie nor the token, and its browser names that site.
    /// </summary>
    public async Task<IResult> SaveAsync(string number, HttpContext http)
    {
        var agent = DeskAgent.Of(http.User);
        if (!OwnPage.Sent(http.Request))
            return await RefuseAsync(http, agent, StatusCodes.Status403Forbidden, "elsewhere");
        if (await SmallForm.ReadAsync(http.Request, MaxBytes) is not { } sent)
            return await RefuseAsync(http, agent, StatusCodes.Status413PayloadTooLarge, "form");

        var form = TicketForm.Read(sent);
        if (!FormToken.AreSame(sent[TicketForm.TokenField].ToString(), agent.FormToken))
            return await AgainAsync(number, new(form, Fault: new("token", TicketEditField.State)), StatusCodes.Status403Forbidden, http);
        if (form.State is not { } state)
            return await AgainAsync(number, new(form, Fault: new("state", TicketEditField.State)), StatusCodes.Status400BadRequest, http);
        if (await reader.TicketAsync(number, before: null, agent.Scope, http.RequestAborted) is not { Ticket: { } ticket })
            return await refusals.PageAsync(http, StatusCodes.Status404NotFound, "ticket");

        var edit = new TicketEdit(ticket.Number, form.Version, state, form.Note, form.WorkNote) { By = agent.Person };
        return await work.SaveAsync(edit, agent.Scope, http.RequestAborted) switch
        {
            TicketEditResult.Done done => Html.SeeOther(http.Response, Saved(done)),
            TicketEditResult.Outdated => await AgainAsync(number, new(form, IsOutdated: true), StatusCodes.Status409Conflict, http),
            TicketEditResult.Refused refused =>
                await AgainAsync(number, new(form, Fault: refused.Fault), StatusCodes.Status422UnprocessableEntity, http),
            _ => await refusals.PageAsync(http, StatusCodes.Status404NotFound, "ticket"),
        };
    }

    /// <summary>The browser may come in no more.</summary>
    public async Task<IResult> LeaveAsync(HttpContext http)
    {
        var agent = DeskAgent.Of(http.User);
        if (!OwnPage.Sent(http.Request)
            || await SmallForm.ReadAsync(http.Request, MaxBytes) is not { } sent
            || !FormToken.AreSame(sent[TicketForm.TokenField].ToString(), agent.FormToken))
            return await RefuseAsync(http, agent, StatusCodes.Status403Forbidden, "elsewhere");

        if (SessionCookie.Desk.Read(http.Request) is { } secret)
            await invitations.LeaveAsync(ViewerPage.Desk, secret, http.RequestAborted);
        SessionCookie.Desk.Take(http.Response);
        return Html.SeeOther(http.Response, Invitations.PagePath(ViewerPage.Desk));
    }

    public static string PathOf(string number) => $"{Invitations.PagePath(ViewerPage.Desk)}/{Uri.EscapeDataString(number)}";

    public static string PathOf(string number, string file) => $"{PathOf(number)}/files/{Uri.EscapeDataString(file)}";

    private static string Saved(TicketEditResult.Done done) =>
        string.Create(CultureInfo.InvariantCulture, $"{PathOf(done.Number)}?{SavedField}={done.Version}");

    // The ticket as it stands now, with what was typed.
    private async Task<IResult> AgainAsync(string number, FormState state, int status, HttpContext http)
    {
        var agent = DeskAgent.Of(http.User);
        return await reader.TicketAsync(number, before: null, agent.Scope, http.RequestAborted) is { } view
            ? Html.Page(await drawing.TicketAsync(view, state, agent, http.Request), status)
            : await refusals.PageAsync(http, StatusCodes.Status404NotFound, "ticket");
    }

    private async Task<IResult> RefuseAsync(HttpContext http, DeskAgent agent, int status, string why)
    {
        log.DeskPageRefused(agent.Person?.Id ?? "", why);
        return await refusals.PageAsync(http, status, why);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
