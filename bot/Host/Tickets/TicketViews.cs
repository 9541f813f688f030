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
/// <param name="Deeds">What was done to it, the newest first.</param>
public sealed record TicketView(Ticket Ticket, Request? Request, IReadOnlyList<TicketDeed> Deeds)
{
    /// <summary>The state before the oldest of the deeds; null where nothing was before it.</summary>
    public TicketState? StateBefore { get; init; }

    public bool HasOlder { get; init; }

    /// <summary>The newest deed is among them.</summary>
    public bool IsNewest { get; init; }

    /// <summary>The state before a deed; null for the first.</summary>
    public TicketState? Before(int index) => index + 1 < Deeds.Count ? Deeds[index + 1].Entry.State : StateBefore;
}
