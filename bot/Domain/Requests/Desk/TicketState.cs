namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>How far the desk is with a ticket.</summary>
public enum TicketState
{
    New,
    InProgress,
    WaitingForYou,
    Resolved,
    Closed,
}
