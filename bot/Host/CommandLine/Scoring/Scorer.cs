using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Domain.Understanding.Labels;

namespace ChatOpsBot.Host.CommandLine.Scoring;

/// <summary>Compares what the bot understands with what messages are labelled with.</summary>
internal sealed class Scorer(Questions questions, SentenceReader sentences, TrigramIndex? seen)
{
    public ScoredMessage Score(LabelledMessage message)
    {
        var (meaning, command) = questions.Understand(message.Text);
        var verdict = Verdict.Of(message, meaning, DoneBy(command, meaning));
        var row = meaning.Rows.Count > 0 ? meaning.Rows[0].Task : null;
        var party = meaning.Party == Party.None ? null : $"{meaning.Party}";
        return new(
            message,
            meaning.Language,
            string.Join(", ", new[] { $"{verdict.Kind}", row, party }.OfType<string>()),
            verdict,
            seen?.MostLike(message.Text),
            sentences.Explain(message.Text));
    }

    // A declaration opens a DR event, whatever else the message may be taken for.
    private static MessageKind? DoneBy(Command? command, Meaning meaning) => command switch
    {
        null => null,
        Command.OnEvent { Action: EventAction.Declare } => MessageKind.DrEvent,
        _ => meaning.Intent is Intent.DrEvent ? null : MessageKind.Command,
    };
}
