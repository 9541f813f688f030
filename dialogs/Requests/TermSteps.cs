using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>
/// What an owner does about something that was granted for a time: more time, or an end before it. Both are requests of their own, since
/// the desk has to do something and more time has to be approved.
/// </summary>
internal static class TermSteps
{
    /// <param name="text">Until when, as far as that was said.</param>
    public static TurnResult Do(string verb, Request request, RequestTransitions moves, bool pressed, string? text)
    {
        if (!RequestTerm.IsRunning(request, moves.Services))
            return [RequestSteps.Shown(request, WhyNot(request, moves), moves, pressed)];

        return verb == Verbs.ExtendRequest
            ? RequestSteps.Started(Drafts.Extend(request, text ?? "", moves), "extends", "forms.extends", request, moves)
            : RequestSteps.Started(Drafts.Revoke(request, moves), "revokes", "forms.revokes", request, moves);
    }

    private static string WhyNot(Request request, RequestTransitions moves) =>
        RequestStatus.CanWithdraw(request, moves.Services.DeskOf(request)) ? "status.no_term_yet"
        : request.EndedAt is not null ? "status.term_over"
        : request.IsDraft || request.State is not RequestState.Filed ? "status.over"
        : "status.no_term";
}
