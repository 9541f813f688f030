namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>A ticket as the desk has it.</summary>
/// <param name="Number">The desk's own number.</param>
/// <param name="Changed">When the desk changed it last.</param>
public sealed record FiledTicket(string Number, TicketState State, DateTimeOffset Changed)
{
    /// <summary>What the desk wrote last for the requester; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Where people look at it; null where the desk has no page for it.</summary>
    public Uri? Link { get; init; }
}
