using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Tickets;

/// <summary>
/// Changes tickets of the local desk for somebody who sees them: on top of the version they saw, or not at all. The requester is told by
/// <see cref="Requests.DeskWatch"/>, as of every change at a desk.
/// </summary>
internal sealed class TicketWork(IDbContextFactory<BotDb> databases, TimeProvider time, ILogger<TicketWork> log)
{
    public async Task<TicketEditResult> SaveAsync(TicketEdit edit, TicketScope scope, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var book = new DeskBook(db);
        // Whose it is does not change; what else may is read below, while all other writers wait.
        if (await new TicketShelf(db).FindAsync(edit.Number, scope, cancel) is null)
            return new TicketEditResult.Missing();

        var result = await book.WriteAsync(time.GetUtcNow(), at => PutAsync(book, edit, at, cancel), cancel);
        if (result is TicketEditResult.Done done)
            log.TicketWorkedOn(done.Number, done.Version, edit.By?.Id);
        return result;
    }

    private static async Task<TicketEditResult> PutAsync(DeskBook book, TicketEdit edit, DateTimeOffset at, CancellationToken cancel)
    {
        if (await book.FindAsync(edit.Number, cancel) is not { } ticket)
            return new TicketEditResult.Missing();
        if (ticket.Version != edit.Version)
            return new TicketEditResult.Outdated(ticket);
        if (FaultOf(edit, ticket) is { } fault)
            return new TicketEditResult.Refused(ticket, fault);

        // The newest stands above: what the desk thinks of it comes after what its requester reads.
        if (ticket.State != edit.State || edit.Note.Length > 0)
            book.Set(ticket, edit.State, DeskBook.ToRequester, edit.Note.Length > 0 ? edit.Note : null, at, edit.By);
        if (edit.WorkNote.Length > 0)
            book.NoteWork(ticket, edit.WorkNote, at, edit.By);
        return new TicketEditResult.Done(ticket.Number, ticket.Version);
    }

    private static TicketEditFault? FaultOf(TicketEdit edit, Ticket ticket)
    {
        var isMoved = edit.State != ticket.State;
        if (isMoved && !TicketSteps.After(ticket.State).Contains(edit.State))
            return new(
                edit.State is TicketState.New ? "again_new" : TicketSteps.After(ticket.State).Count == 0 ? "over" : "step",
                TicketEditField.State);
        if (isMoved && TicketSteps.NeedsNote(edit.State) && edit.Note.Length == 0)
            return new("question", TicketEditField.Note);
        return FaultOf(edit.Note, TicketEditField.Note)
            ?? FaultOf(edit.WorkNote, TicketEditField.WorkNote)
            ?? (!isMoved && edit.Note.Length == 0 && edit.WorkNote.Length == 0 ? new("nothing", TicketEditField.State) : null);
    }

    private static TicketEditFault? FaultOf(string text, TicketEditField field) =>
        text.Length > TicketEdit.LongestNote ? new("too_long", field) { Length = text.Length }
        : SecretScan.In(text) is [var secret, ..] ? new($"secret.{secret.Kind}", field)
        : null;
}
