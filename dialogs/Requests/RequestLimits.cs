using System.Globalization;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>
/// How much one person may have under way, so that nobody fills the lists of all; what is too much is said, with a way out.
/// </summary>
internal static class RequestLimits
{
    /// <summary>Drafts that one person may have.</summary>
    public const int MostDrafts = 20;

    /// <summary>Requests of one person that may wait for an approval.</summary>
    public const int MostWaiting = 30;

    /// <returns>What is said instead of opening another draft; null where there is room for one.</returns>
    public static TurnResult? OfDrafts(RequestTransitions moves) =>
        Count(moves, request => request.IsDraft) < MostDrafts ? null
        :
        [
            Said("limit.drafts", MostDrafts, moves),
            new Reply.Show(MyRequestsCard.Draw(moves.Turn.Requests.Own, moves.Turn, moves.Services)),
        ];

    /// <returns>What is said instead of asking for another approval; null where there is room for one.</returns>
    public static Reply? OfWaiting(RequestTransitions moves) =>
        Count(moves, request => request.State is RequestState.AwaitingApproval) < MostWaiting
            ? null
            : Said("limit.waiting", MostWaiting, moves);

    private static int Count(RequestTransitions moves, Func<Request, bool> which) => moves.Turn.Requests.Own.Count(which);

    private static Reply Said(string key, int most, RequestTransitions moves)
    {
        var sentence = moves.Services.Words.In(moves.Turn.Language).Say(key, ("most", most.ToString(CultureInfo.InvariantCulture)));
        return moves.Turn.What is TurnInput.ButtonPress ? new Reply.Notice(sentence) : new Reply.Say(sentence);
    }
}
