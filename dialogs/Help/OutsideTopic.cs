using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>The last topic: nobody is left without an answer.</summary>
public sealed class OutsideTopic(RequestServices services, Contact? contact) : ITopic
{
    public TurnResult? Answer(Turn turn)
    {
        var words = services.Words.In(turn.Language);
        return turn.What switch
        {
            TurnInput.Message when turn.Meaning is { IsAboutExisting: true } => [new Reply.Show(ExistingCard.Draw(words))],
            TurnInput.Message said =>
            [
                new Reply.Show(
                    OutsideCard.Draw(
                        turn.Meaning?.Outside,
                        contact,
                        RequestIntent.NamedIn(said.Text, services),
                        words)),
            ],
            TurnInput.ButtonPress => [new Reply.Notice(words["notice.button"])],
            _ => null,
        };
    }
}
