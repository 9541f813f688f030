using System.Collections;

namespace ChatOpsBot.Application;

/// <summary>The ids on every log line of one piece of work. Ids alone: what people write is never logged.</summary>
internal sealed class LogScope(params KeyValuePair<string, object?>[] ids) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => ids.Length;

    public KeyValuePair<string, object?> this[int index] => ids[index];

    public static LogScope OfTurn(IncomingContext context) =>
        new(new("Conversation", context.ConversationId), new("Activity", context.ActivityId), new("Reference", context.CorrelationId));

    public static LogScope OfMessage(long message, string kind, Guid subject) =>
        new(new("Message", message), new("Kind", kind), new("Subject", subject));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ids.AsEnumerable().GetEnumerator();

    public override string ToString() => string.Join(' ', ids.Select(id => $"{id.Key}:{id.Value}"));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
