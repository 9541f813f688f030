using System.Collections;
using ChatOpsBot.Storage.Outbox;

namespace ChatOpsBot.Application.Outbox;

/// <summary>The ids on every log line of a message.</summary>
internal sealed class OutboxScope(ClaimedMessage claimed) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] _ids =
    [
        new("Message", claimed.Id),
        new("Kind", claimed.Kind),
        new("Subject", claimed.Subject.Id),
    ];

    public int Count => _ids.Length;

    public KeyValuePair<string, object?> this[int index] => _ids[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _ids.AsEnumerable().GetEnumerator();

    public override string ToString() => string.Join(' ', _ids.Select(id => $"{id.Key}:{id.Value}"));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
