using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Understanding;

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
            TurnInput.Message when turn.Meaning is { SmallTalk: SmallTalk.Human } =>
            [
                new Reply.Show(OutsideCard.Draw("human", contact, [], KnownElsewhere.Nothing, words)),
            ],
            TurnInput.Message said =>
            [
                new Reply.Show(OutsideCard.Draw(
                    turn.Meaning?.Outside, contact, RequestIntent.NamedIn(said.Text, services), Known(turn, said.Text), words)),
            ],
            TurnInput.ButtonPress => [new Reply.Notice(words["notice.button"])],
            _ => null,
        };
    }

    private KnownElsewhere Known(Turn turn, string text)
    {
        var nearest = turn.Meaning?.Nearest is { } row ? services.Rows.Translate(row, turn.Language) : null;
        return KnownElsewhere.About(turn.Meaning, text, nearest, services.Systems, services.Words.In(turn.Language));
    }
}
