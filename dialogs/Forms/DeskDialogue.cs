using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Forms;

/// <summary>What a request's owner can say to its desk at the moment.</summary>
internal static class DeskDialogue
{
    /// <summary>In characters; a comment at a desk holds no more for sure.</summary>
    public const int LongestReply = 2_000;

    /// <summary>The desk waits for an answer, and none is on its way.</summary>
    public static bool CanAnswer(Request request, DeskProfile desk) =>
        request is { State: RequestState.Filed, Ticket.State: TicketState.WaitingForYou }
        && desk.Abilities.HasFlag(DeskAbilities.Comment) && !IsAnswered(request);

    /// <summary>The desk has solved it, and waits for a yes or no.</summary>
    public static bool CanSettle(Request request, DeskProfile desk) =>
        request is { State: RequestState.Filed, Ticket.State: TicketState.Resolved }
        && desk.Abilities.HasFlag(DeskAbilities.Settle) && !IsAnswered(request);

    /// <summary>A word in between: the desk has the ticket, and it is not over.</summary>
    public static bool CanComment(Request request, DeskProfile desk) =>
        request is { State: RequestState.Filed, Ticket: { } ticket }
        && ticket.State is not (TicketState.Closed or TicketState.Cancelled or TicketState.Gone)
        && desk.Abilities.HasFlag(DeskAbilities.Comment);

    /// <summary>The desk has said nothing since the last reply, which is there or on its way.</summary>
    public static bool IsAnswered(Request request) =>
        request is { Reply: { Progress: ReplyProgress.Sending or ReplyProgress.AtDesk } reply, Ticket: { } ticket }
        && reply.To == ticket.SpokeAt;
}
