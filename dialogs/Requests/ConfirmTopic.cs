using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>The press that files a request. However often and by whomever it comes, one ticket comes of it.</summary>
internal sealed class ConfirmTopic(RequestServices services, RequestCards cards) : ITopic
{
    public TurnResult? Answer(Turn turn)
    {
        if (turn.What is not TurnInput.ButtonPress { Verb: Verbs.Confirm } press)
            return null;

        var words = services.Words.In(turn.Language);
        var request = PressedRequest.Find(press, turn);
        if (PressedRequest.Refuse(request, turn, words) is { } refusal)
            return [refusal];

        var moves = new RequestTransitions(services, cards, turn);
        if (request!.State is not RequestState.Reviewing)
            return [moves.Replace(request, words[request.IsDraft ? "review.changed" : "review.sent_before"])];
        if (PressedRequest.IsOld(press, request))
            return [moves.Replace(request, words["review.changed"])];

        return Confirmed(press, request, moves);
    }

    private static TurnResult Confirmed(TurnInput.ButtonPress press, Request request, RequestTransitions moves)
    {
        // Time may have passed since the form was filled in: a window that has begun is looked at again.
        if (!moves.FormOf(request).IsComplete)
            return DraftSteps.BackToForm(request with { WasSubmitted = true }, moves);

        var accepted = request with
        {
            Accepted =
            [
                .. request.Accepted.Union(Filing.Open(request, moves).Where(risk => IsAccepted(risk, press)).Select(risk => risk.Id)),
            ],
        };
        if (Filing.Open(accepted, moves).Count == 0)
            return Filing.File(accepted, moves, after => moves.Replace(after));

        // What was confirmed stays confirmed: the review comes back with it.
        var next = moves.Next(accepted);
        return [moves.Save(next, "risk confirmed"), moves.ReplaceUnconfirmed(next, press.Data)];
    }

    private static bool IsAccepted(Risk risk, TurnInput.ButtonPress press)
    {
        var given = press.Data.GetValueOrDefault(ReviewCard.InputOf(risk)) ?? "";
        return risk.ToType is { } text
            ? string.Equals(TypedText.Plain(given), TypedText.Plain(text), StringComparison.Ordinal)
            : given == "true";
    }
}
