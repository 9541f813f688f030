using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>"Help", the button of that name, and a mention without a word.</summary>
public sealed class HelpTopic(RequestServices kit) : ITopic
{
    public TurnResult? Answer(Turn turn)
    {
        if (!IsHelp(turn))
            return null;

        var words = kit.Words.In(turn.Language);
        var requests = kit.Types.Select(type => new Choice(kit.WordsOf(type, turn.Language).Title, type.Id)).ToList();
        var own = kit.Types.Select(type => kit.WordsOf(type, turn.Language).Sentence).OfType<string>().ToList();
        var help = new Reply.Show(HelpCard.Draw(turn.Where.Kind, requests, own, kit.Rows.In(turn.Language), words));
        return turn.What is TurnInput.ButtonPress ? [help, new Reply.Notice(words["notice.help"])] : [help];
    }

    private static bool IsHelp(Turn turn) => turn switch
    {
        { What: TurnInput.ButtonPress { Verb: Verbs.ShowHelp } } => true,
        { What: TurnInput.Message said } when string.IsNullOrWhiteSpace(said.Text) => true,
        { What: TurnInput.Message, Meaning: { Intent: Intent.SmallTalk, SmallTalk: SmallTalk.Help } } => true,
        _ => false,
    };
}
