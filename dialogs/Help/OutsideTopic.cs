using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>The last topic: nobody is left without an answer.</summary>
public sealed class OutsideTopic(MatrixRows rows, WordsCatalog catalog, Contact? contact) : ITopic
{
    public IReadOnlyList<Effect>? Answer(Turn turn)
    {
        var words = catalog.In(turn.Language);
        return turn.What switch
        {
            Happening.Said => [new Effect.Show(OutsideCard.Draw(turn.Meaning?.Outside, contact, rows.In(turn.Language), words))],
            Happening.Pressed => [new Effect.Notice(words["notice.button"])],
            _ => null,
        };
    }
}
