using System.Collections;
using ChatOpsBot.Storage.Outbox;

namespace ChatOpsBot.Host.Delivery;

/// <summary>The ids on every log line of an errand.</summary>
internal sealed class ErrandScope(ClaimedErrand claimed) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] _ids = [new("Errand", claimed.Id), new("Kind", claimed.Kind), new("About", claimed.Errand.About)];

    public int Count => _ids.Length;

    public KeyValuePair<string, object?> this[int index] => _ids[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _ids.AsEnumerable().GetEnumerator();

    public override string ToString() => string.Join(' ', _ids.Select(id => $"{id.Key}:{id.Value}"));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
