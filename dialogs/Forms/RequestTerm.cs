using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Forms;

/// <summary>What a request was granted for a time, such as privileged access, and what its owner can do about that.</summary>
internal static class RequestTerm
{
    /// <summary>The desk has it, and its time is not over: it can be made longer or taken back.</summary>
    public static bool IsRunning(Request request, RequestServices services) =>
        request is { State: RequestState.Filed, EndedAt: null, Ticket: { State: not (TicketState.Cancelled or TicketState.Gone) } ticket }
        // Before the desk begins it can be changed or withdrawn; a silent one never says that it has begun.
        && (ticket.IsSilent || !RequestStatus.CanWithdraw(request, services.DeskOf(request)))
        && services.TypeOf(request).EndOf(new Answers(request)) is not null;
}
