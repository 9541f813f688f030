using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Audit;

namespace ChatOpsBot.Storage.Tickets;

/// <summary>What the audit chain tells of a ticket. The words are stored and hashed: they are never renamed.</summary>
internal static class TicketAudit
{
    public const string Opened = "opened";

    /// <summary>Nobody is named: who works on the command line is not known to the bot.</summary>
    /// <param name="request">The key of its request.</param>
    /// <param name="entry">The same in the ticket's history.</param>
    /// <param name="before">The state before it.</param>
    public static AuditRecord Of(string request, TicketAuditEntry entry, TicketState before) =>
        new(AuditSubjects.Ticket, entry.Number, WordOf(entry, before), entry.At)
        {
            Version = entry.Version,
            Detail = entry.Note is null ? request : $"{request}: {entry.Note}",
        };

    private static string WordOf(TicketAuditEntry entry, TicketState before) =>
        entry.What != DeskBook.ToRequester ? entry.What : entry.State == before ? "noted" : WordOf(entry.State);

    private static string WordOf(TicketState state) => state switch
    {
        TicketState.New => "new",
        TicketState.InProgress => "in-progress",
        TicketState.WaitingForYou => "waiting",
        TicketState.Resolved => "resolved",
        TicketState.Closed => "closed",
        TicketState.OnHold => "on-hold",
        TicketState.Cancelled => "cancelled",
        TicketState.Gone => "gone",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "The audit chain has no word for it."),
    };
}
