using System.Globalization;
using ChatOpsBot.Application.Desks.Local;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Application.Tickets;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Host.Pages;
using ChatOpsBot.Host.Tickets.Page;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Tickets;

/// <summary>Draws the desk's pages as HTML.</summary>
internal sealed class DeskDrawing(
    PageRenderer pages,
    WordsCatalog catalog,
    RequestServices services,
    DefaultTimeZone defaultZone,
    IOptions<LocalDeskOptions> options,
    TimeProvider time)
{
    public Task<string> ListAsync(TicketListView view, DeskAgent agent, HttpRequest request)
    {
        var language = AcceptedLanguage.Of(request, catalog);
        return pages.RenderAsync<ListPage>(
            language, (nameof(ListPage.View), view), (nameof(ListPage.Frame), Frame(agent, language)));
    }

    public Task<string> TicketAsync(TicketView view, FormState state, DeskAgent agent, HttpRequest request)
    {
        var language = AcceptedLanguage.Of(request, catalog);
        // An address can say anything; what is told was done by this very person.
        var saved = state.Saved is { } version
            ? view.History.FirstOrDefault(line => line.Entry.Version == version && line.By?.Id == agent.Person?.Id)
            : null;
        return pages.RenderAsync<TicketPage>(
            language,
            (nameof(TicketPage.View), view),
            (nameof(TicketPage.Form), state.Typed ?? new TicketForm(view.Ticket.Version, view.Ticket.State)),
            (nameof(TicketPage.IsOutdated), state.IsOutdated),
            (nameof(TicketPage.Fault), state.Fault is { } fault ? FaultOf(fault, catalog.In(language)) : null),
            (nameof(TicketPage.FaultField), state.Fault is { } about ? FieldOf(about.Field) : null),
            (nameof(TicketPage.Saved), saved),
            (nameof(TicketPage.Frame), Frame(agent, language)));
    }

    private DeskFrame Frame(DeskAgent agent, string language)
    {
        var words = catalog.In(language);
        return new(
            words,
            new(defaultZone.Zone, time.GetUtcNow(), words),
            services,
            agent.Person is { } person ? DeskFrame.Plain(person.Name.Length > 0 ? person.Name : person.Id) : null,
            agent.FormToken,
            options.Value.BeginWithin);
    }

    private static string FaultOf(TicketEditFault fault, Phrases words) => fault.Key switch
    {
        "too_long" => words.Say(
            "desk.fault.too_long",
            ("most", TicketForm.LongestNote.ToString(CultureInfo.InvariantCulture)),
            ("length", fault.Length.ToString(CultureInfo.InvariantCulture))),
        var key when key.StartsWith("secret.", StringComparison.Ordinal) => words[$"problem.{key}"],
        var key => words[$"desk.fault.{key}"],
    };

    private static string FieldOf(TicketEditField field) => field switch
    {
        TicketEditField.Note => TicketForm.NoteField,
        TicketEditField.WorkNote => TicketForm.WorkNoteField,
        _ => TicketForm.StateField,
    };
}
