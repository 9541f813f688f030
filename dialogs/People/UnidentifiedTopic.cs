using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;

namespace ChatOpsBot.Dialogs.People;

/// <summary>
/// Somebody of whom Teams sent no Entra object id: a name proves nobody's identity, so they may ask, and neither file, approve nor declare.
/// </summary>
/// <param name="questions">What answers their presses all the same.</param>
internal sealed class UnidentifiedTopic(RequestServices services, IReadOnlyList<ITopic> questions) : ITopic
{
    private readonly Dispatcher _questions = new(questions);

    public TurnResult? Answer(Turn turn)
    {
        if (turn.Who.Id.Length > 0)
            return null;

        var refusal = services.Words.In(turn.Language)["people.unidentified"];
        return turn.What switch
        {
            TurnInput.ButtonPress => _questions.Answer(turn) is { IsEmpty: false } answer ? answer : [new Reply.Notice(refusal)],
            TurnInput.Message said when turn.Command is not null || RequestIntent.Read(said.Text, turn, services) is not null =>
                [new Reply.Say(refusal)],
            _ => null,
        };
    }
}
