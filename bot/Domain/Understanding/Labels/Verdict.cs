using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding.Labels;

/// <summary>How what was understood compares with a label.</summary>
/// <param name="Kind">What was understood.</param>
/// <param name="IsRight">Kind, row and party are those of the label, or the request is.</param>
/// <param name="IsHarm">A form or a DR event opened that nobody asked for, or a duty was told for something that the matrix does not
/// cover.</param>
public sealed record Verdict(MessageKind Kind, bool IsRight, bool IsHarm)
{
    /// <param name="done">What the message does whatever it means: a command, or a declaration; null for nothing.</param>
    public static Verdict Of(LabelledMessage message, Meaning meaning, MessageKind? done = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(meaning);
        var kind = done ?? KindOf(meaning);
        var row = meaning.Rows.Count > 0 ? meaning.Rows[0].Task : null;
        return new(kind, IsRightAs(kind, message, meaning, row), IsHarmAs(kind, message, row));
    }

    private static MessageKind KindOf(Meaning meaning) => meaning switch
    {
        { Intent: Intent.Responsibility } => MessageKind.Who,
        { Intent: Intent.DrEvent } => MessageKind.DrEvent,
        { Intent: Intent.SmallTalk } => MessageKind.Smalltalk,
        { Intent: Intent.Request } or { Request: not null } => MessageKind.Request,
        { IsAboutExisting: true } => MessageKind.Command,
        _ => MessageKind.Outofscope,
    };

    private static bool IsRightAs(MessageKind kind, LabelledMessage message, Meaning meaning, string? row) => kind switch
    {
        MessageKind.Who => message.Accepts(kind, row, meaning.Party == Party.None ? null : meaning.Party),
        MessageKind.Request => message.AcceptsKind(kind)
            && (message.Kind != kind || message.Request is null || message.Request == meaning.Request),
        // Neither is answered from the matrix, and neither opens anything.
        MessageKind.Command or MessageKind.Outofscope =>
            message.AcceptsKind(MessageKind.Command) || message.AcceptsKind(MessageKind.Outofscope),
        _ => message.AcceptsKind(kind),
    };

    private static bool IsHarmAs(MessageKind kind, LabelledMessage message, string? row) => !message.AcceptsKind(kind)
        && (kind is MessageKind.Request or MessageKind.DrEvent
            || (kind is MessageKind.Who && row is not null && message.Kind is MessageKind.Outofscope));
}
