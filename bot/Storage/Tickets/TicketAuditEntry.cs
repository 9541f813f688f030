using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Storage.Tickets;

/// <summary>A line of a ticket's history.</summary>
public sealed class TicketAuditEntry
{
    public required string Number { get; init; }

    /// <summary>The version of the ticket that it made.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// A stable word: "opened", "amended", "withdrawn", "set" and "work-note" by the desk; "answered", "accepted", "not-solved", "attached" by the
    /// requester.
    /// </summary>
    public required string What { get; init; }

    /// <summary>The state after it.</summary>
    public required TicketState State { get; init; }

    public string? Note { get; init; }
}
