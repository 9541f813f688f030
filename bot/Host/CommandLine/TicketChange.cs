using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>Somebody at the desk changes a ticket.</summary>
internal sealed class TicketChange(BotDb db)
{
    /// <summary>The same state without a note changes nothing, and so tells nobody anything.</summary>
    /// <param name="typed">A key or a number.</param>
    /// <returns>What was done, as a line; null where there is no such ticket.</returns>
    public Task<string?> MakeAsync(string typed, TicketState state, string? note, CancellationToken cancel)
    {
        var book = new DeskBook(db);
        var word = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        return book.WriteAsync(
            TimeProvider.System.GetUtcNow(),
            async at =>
            {
                if (await new TicketLookup(db).FindAsync(typed, cancel) is not { } ticket)
                    return null;

                var name = $"{ticket.Number} ({ticket.Key})";
                var before = ticket.State;
                if (before == state && word is null)
                    return $"{name} is {TicketStateWords.Of(state)} already. Nothing was changed.";

                book.Set(ticket, state, DeskBook.ToRequester, word, at);
                return $"{name}: {TicketStateWords.Of(before)} -> {TicketStateWords.Of(state)}{(word is null ? "" : ", with a note")}.";
            },
            cancel);
    }
}
