namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>How far the desk is with a ticket. Stored: a name never changes its meaning.</summary>
public enum TicketState
{
    New,
    InProgress,

    /// <summary>The desk asks the requester something, and works on when it is answered.</summary>
    WaitingForYou,

    /// <summary>The desk has solved it: its requester accepts that, or says what is still wrong.</summary>
    Resolved,

    /// <summary>Over, and not to be opened again.</summary>
    Closed,

    /// <summary>The desk waits for something else: a vendor, a change, another problem.</summary>
    OnHold,

    /// <summary>Taken back at the desk, by whom is not known here.</summary>
    Cancelled,

    /// <summary>The desk does not show it any more: deleted there, or hidden from the bot.</summary>
    Gone,
}
