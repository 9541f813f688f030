namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>How a ticket of the local desk goes from state to state where people see what they do. The command line may do more.</summary>
public static class TicketSteps
{
    private static readonly TicketState[] FromNew =
    [
        TicketState.InProgress, TicketState.WaitingForYou, TicketState.OnHold, TicketState.Resolved, TicketState.Closed,
        TicketState.Cancelled,
    ];

    /// <summary>The states that may follow, in the order in which they are offered; none where it is over.</summary>
    public static IReadOnlyList<TicketState> After(TicketState now) => now switch
    {
        TicketState.New or TicketState.InProgress or TicketState.WaitingForYou or TicketState.OnHold =>
            [.. FromNew.Where(state => state != now)],
        // Solved is solved; what its requester does not accept is worked on again.
        TicketState.Resolved => [TicketState.InProgress, TicketState.WaitingForYou, TicketState.OnHold, TicketState.Closed],
        _ => [],
    };

    /// <summary>Whoever is waited for has to read for what.</summary>
    public static bool NeedsNote(TicketState next) => next is TicketState.WaitingForYou;
}
