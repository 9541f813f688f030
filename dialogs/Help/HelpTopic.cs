using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>"Help", the button of that name, and a mention without a word.</summary>
public sealed class HelpTopic(RequestServices services) : ITopic
{
    public TurnResult? Answer(Turn turn)
    {
        if (!IsHelp(turn))
            return null;

        var words = services.Words.In(turn.Language);
        var requests = services.Types.Select(type => type.Id).ToList();
        var own = services.Types.Select(type => services.WordsOf(type, turn.Language).Sentence).OfType<string>().ToList();
        var help = new Reply.Show(HelpCard.Draw(turn.Where.Kind, requests, own, services.Rows.In(turn.Language), words));
        return turn.What is TurnInput.ButtonPress ? [help, new Reply.Notice(words["notice.help"])] : [help];
    }

    private static bool IsHelp(Turn turn) => turn switch
    {
        { What: TurnInput.ButtonPress { Verb: Verbs.ShowHelp } } => true,
        { What: TurnInput.Message said } when string.IsNullOrWhiteSpace(said.Text) => true,
        // "What now?", where nothing is going on.
        { Command: Command.OnEvent { Action: EventAction.Next } } => true,
        { What: TurnInput.Message, Meaning: { Intent: Intent.SmallTalk, SmallTalk: SmallTalk.Help } } => true,
        _ => false,
    };
}
