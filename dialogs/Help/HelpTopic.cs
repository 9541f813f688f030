using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>"Help", the button of that name, and a mention without a word.</summary>
public sealed class HelpTopic(MatrixRows rows, WordsCatalog catalog) : ITopic
{
    public IReadOnlyList<Effect>? Answer(Turn turn)
    {
        if (!IsHelp(turn))
            return null;

        var words = catalog.In(turn.Language);
        var help = new Effect.Show(HelpCard.Draw(turn.Where.Kind, rows.In(turn.Language), words));
        return turn.What is Happening.Pressed ? [help, new Effect.Notice(words["notice.help"])] : [help];
    }

    private static bool IsHelp(Turn turn) => turn switch
    {
        { What: Happening.Pressed { Verb: Verbs.ShowHelp } } => true,
        { What: Happening.Said said } when string.IsNullOrWhiteSpace(said.Text) => true,
        { What: Happening.Said, Meaning: { Intent: Intent.SmallTalk, SmallTalk: SmallTalk.Help } } => true,
        _ => false,
    };
}
