using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Domain.Understanding.Labels;

namespace ChatOpsBot.Host.CommandLine.Scoring;

/// <summary>Compares what the bot understands with what messages are labelled with.</summary>
internal sealed class Scorer(Questions questions, SentenceReader sentences, TrigramIndex? seen)
{
    public ScoredMessage Score(LabelledMessage message)
    {
        var (meaning, isCommand) = questions.Understand(message.Text);
        var kind = KindOf(meaning, isCommand);
        var row = meaning.Rows.Count > 0 ? meaning.Rows[0].Task : null;
        return new(
            message,
            meaning.Language,
            string.Join(", ", new[] { $"{kind}", row, meaning.Party == Party.None ? null : $"{meaning.Party}" }.OfType<string>()),
            IsRight(message, meaning, kind, row),
            IsHarm(message, kind, row),
            seen?.MostLike(message.Text),
            sentences.Explain(message.Text));
    }

    private static MessageKind KindOf(Meaning meaning, bool isCommand) => meaning switch
    {
        // "Declare a failover" is a command as well.
        _ when isCommand && meaning.Intent is not Intent.DrEvent => MessageKind.Command,
        { Intent: Intent.Responsibility } => MessageKind.Who,
        { Intent: Intent.Request } => MessageKind.Request,
        { Intent: Intent.DrEvent } => MessageKind.DrEvent,
        { Intent: Intent.SmallTalk } => MessageKind.Smalltalk,
        { Request: not null } => MessageKind.Request,
        { IsAboutExisting: true } => MessageKind.Command,
        _ => MessageKind.Outofscope,
    };

    private static bool IsRight(LabelledMessage message, Meaning meaning, MessageKind kind, string? row) => kind switch
    {
        MessageKind.Who => message.Accepts(kind, row, meaning.Party == Party.None ? null : meaning.Party),
        MessageKind.Request => message.AcceptsKind(kind)
            && (message.Kind != kind || message.Request is null || message.Request == meaning.Request),
        // Neither is answered from the matrix, and neither does anything.
        MessageKind.Command or MessageKind.Outofscope =>
            message.AcceptsKind(MessageKind.Command) || message.AcceptsKind(MessageKind.Outofscope),
        _ => message.AcceptsKind(kind),
    };

    private static bool IsHarm(LabelledMessage message, MessageKind kind, string? row) => !message.AcceptsKind(kind)
        && (kind is MessageKind.Request or MessageKind.DrEvent
            || (kind is MessageKind.Who && row is not null && message.Kind is MessageKind.Outofscope));
}
