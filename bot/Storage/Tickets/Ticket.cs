using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Storage.Tickets;

/// <summary>A ticket of the embedded desk.</summary>
public sealed class Ticket
{
    /// <summary>The desk's own, by <see cref="TicketNumber"/>.</summary>
    public required string Number { get; init; }

    /// <summary>Key of the request it was opened for; no other ticket has it.</summary>
    public required string Key { get; init; }

    /// <summary>Id of the request type.</summary>
    public required string Type { get; init; }

    public required string Subject { get; set; }

    public required string Body { get; set; }

    public required Severity Severity { get; set; }

    public TicketState State { get; set; } = TicketState.New;

    /// <summary>What the desk wrote last for the requester; null for nothing.</summary>
    public string? Note { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>No two changes at the desk have the same time, and a later one has a later time: see <see cref="DeskBook"/>.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Rises by one with every change.</summary>
    public int Version { get; set; } = 1;
}
