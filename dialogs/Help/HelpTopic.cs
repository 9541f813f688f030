using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>"Help", the button of that name, and a mention without a word.</summary>
public sealed class HelpTopic(MatrixRows rows, WordsCatalog catalog) : ITopic
{
    public IReadOnlyList<Effect>? Answer(Turn turn) => IsHelp(turn)
        ? [new Effect.Show(HelpCard.Draw(turn.Where.Kind, rows.In(turn.Language), catalog.In(turn.Language)))]
        : null;

    private static bool IsHelp(Turn turn) => turn switch
    {
        { What: Happening.Pressed { Verb: Verbs.ShowHelp } } => true,
        { What: Happening.Said said } when string.IsNullOrWhiteSpace(said.Text) => true,
        { What: Happening.Said, Meaning: { Intent: Intent.SmallTalk, SmallTalk: SmallTalk.Help } } => true,
        _ => false,
    };
}
