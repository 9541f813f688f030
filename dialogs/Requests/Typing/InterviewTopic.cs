using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests.Typing;

/// <summary>A draft filled in by typing: one question at a time. A question of the person's own is answered in between.</summary>
/// <param name="asides">What may be talked about in between, the most specific first.</param>
internal sealed class InterviewTopic(RequestServices services, RequestCards cards, IReadOnlyList<ITopic> asides) : ITopic
{
    private readonly Dispatcher _asides = new(asides);

    public TurnResult? Answer(Turn turn)
    {
        if (DraftInHand.Of(turn) is not { } draft)
            return null;

        var moves = new RequestTransitions(services, cards, DraftInHand.InItsLanguage(turn, draft));
        draft = draft with { Language = moves.Turn.Language };
        if (turn.What is TurnInput.ButtonPress { Verb: Verbs.AnswerQuestion } press)
            return AnswerPress.Take(press, draft, moves);
        if (turn.What is not TurnInput.Message said || string.IsNullOrWhiteSpace(said.Text))
            return null;

        return FormCommandParser.Read(said.Text, draft, moves) switch
        {
            FormCommandParser.Command command => Commands.Do(command, draft, moves),
            FormCommandParser.Aside => Aside(draft, moves),
            FormCommandParser.Elsewhere => null,
            _ => TypedAnswer.Take(said.Text, draft, moves),
        };
    }

    private TurnResult? Aside(Request draft, RequestTransitions moves)
    {
        var answer = _asides.Answer(moves.Turn);
        return answer.IsEmpty ? null : [.. answer, OpenQuestion.Repeat(draft, moves)];
    }
}
