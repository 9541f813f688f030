using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Host.Tickets;

/// <summary>A page of tickets.</summary>
/// <param name="Query">What was looked for, with the page that there is.</param>
/// <param name="All">How many there are on all pages.</param>
public sealed record TicketListView(TicketQuery Query, IReadOnlyList<ListedTicket> Lines, int All, int Pages);

/// <summary>A ticket in the list.</summary>
/// <param name="Request">Null where it is gone.</param>
public sealed record ListedTicket(Ticket Ticket, Request? Request);

/// <summary>A ticket in full.</summary>
/// <param name="Request">Null where it is gone.</param>
/// <param name="History">What was done to it, the newest first.</param>
public sealed record TicketView(Ticket Ticket, Request? Request, IReadOnlyList<TicketHistoryEntry> History)
{
    /// <summary>The state before the oldest of the entries; null where nothing was before it.</summary>
    public TicketState? StateBefore { get; init; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<TicketFileLine> Files { get; init; } = [];

    public bool HasOlder { get; init; }

    /// <summary>The newest entry is among them.</summary>
    public bool IsNewest { get; init; }

    /// <summary>The state before an entry; null for the first.</summary>
    public TicketState? Before(int index) => index + 1 < History.Count ? History[index + 1].Entry.State : StateBefore;
}
