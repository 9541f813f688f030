using System.Collections;

namespace ChatOpsBot.Application.Turns;

/// <summary>The ids on every log line of a turn. Ids alone: what people write is never logged.</summary>
internal sealed class TurnScope(string conversation, string? activity, string reference) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] _ids =
    [
        new("Conversation", conversation),
        new("Activity", activity),
        new("Reference", reference),
    ];

    public int Count => _ids.Length;

    public KeyValuePair<string, object?> this[int index] => _ids[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _ids.AsEnumerable().GetEnumerator();

    public override string ToString() => string.Join(' ', _ids.Select(id => $"{id.Key}:{id.Value}"));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
