using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Labels;

namespace ChatOpsBot.Domain.Understanding.Model;

/// <summary>What a message may mean, as the corpus is labelled and the model tells it.</summary>
/// <param name="Task">The row asked about, or <see cref="WholeMatrix"/>; null where none is.</param>
/// <param name="Party">Whose duty is asked about.</param>
/// <param name="Request">Id of the request type wanted.</param>
internal sealed record MessageLabel(MessageKind Kind, string? Task = null, Party Party = Party.None, string? Request = null)
{
    public const string WholeMatrix = "*";

    private const char Separator = '|';

    /// <summary>The meaning that a message is labelled with.</summary>
    public static MessageLabel Of(LabelledMessage message) => message.Kind switch
    {
        MessageKind.Who when message.Matrix => new(message.Kind, WholeMatrix, message.Party ?? Party.Both),
        MessageKind.Who when message.Row is not null => new(message.Kind, message.Row, message.Party ?? Party.Both),
        MessageKind.Request => new(message.Kind, Request: message.Request),
        _ => new(message.Kind),
    };

    /// <summary>Written as "who|Monitoring|ibm", "request|restore", "command".</summary>
    public static MessageLabel Parse(string written)
    {
        var parts = written.Split(Separator);
        return Enum.Parse<MessageKind>(parts[0]) switch
        {
            MessageKind.Who when parts.Length == 3 => new(MessageKind.Who, parts[1], Enum.Parse<Party>(parts[2], ignoreCase: true)),
            MessageKind.Request => new(MessageKind.Request, Request: parts[1]),
            var kind => new(kind),
        };
    }

    public override string ToString() => this switch
    {
        { Task: { } task } => $"{Kind}{Separator}{task}{Separator}{Party}",
        { Request: { } request } => $"{Kind}{Separator}{request}",
        _ => $"{Kind}",
    };
}
