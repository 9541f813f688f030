using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Somebody who comes back with a greeting, or asks what there is to say, is offered the draft that was left lying.</summary>
/// <param name="answers">What greets and helps.</param>
internal sealed class DraftReminderTopic(RequestServices services, RequestCards cards, IReadOnlyList<ITopic> answers) : ITopic
{
    private readonly Dispatcher _answers = new(answers);

    public TurnResult? Answer(Turn turn)
    {
        if (turn.Meaning?.SmallTalk is not (SmallTalk.Greeting or SmallTalk.Help))
            return null;
        if (
            turn.Requests.Own.FirstOrDefault(request =>
                request.IsDraft && request.Entries.Count > 0 && services.Find(request.Type) is not null)
            is not { } draft)
            return null;

        var answer = _answers.Answer(turn);
        return answer.IsEmpty ? null : [.. answer, new Reply.Show(OfferCard.Draw(draft, new RequestTransitions(services, cards, turn)))];
    }
}
