using System.Diagnostics.CodeAnalysis;

namespace ChatOpsBot.Application;

/// <summary>What happened lately, by key: limited in number and age. Safe for many callers at once.</summary>
/// <typeparam name="T">What is kept; made once for each key, also when two callers come at the same time.</typeparam>
public sealed class Recent<T>(TimeProvider time, TimeSpan life, int atMost)
{
    private readonly Lock _door = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _byAge = [];

    public T GetOrAdd(string key, Func<T> make)
    {
        Entry entry;
        lock (_door)
        {
            Expire();
            if (!_entries.TryGetValue(key, out entry!))
                entry = Add(key, new Lazy<T>(make));
        }

        return entry.Value.Value;
    }

    public void Set(string key, T value)
    {
        lock (_door)
        {
            Expire();
            Drop(key);
            Add(key, new Lazy<T>(value));
        }
    }

    public bool TryGet(string key, [MaybeNullWhen(false)] out T value)
    {
        Entry? entry;
        lock (_door)
        {
            Expire();
            _entries.TryGetValue(key, out entry);
        }

        value = entry is null ? default : entry.Value.Value;
        return entry is not null;
    }

    public void Forget(string key)
    {
        lock (_door)
            Drop(key);
    }

    private Entry Add(string key, Lazy<T> value)
    {
        if (_entries.Count >= atMost)
            Drop(_byAge.First!.Value);

        return _entries[key] = new Entry(value, time.GetTimestamp(), _byAge.AddLast(key));
    }

    // Every entry lives equally long, so the oldest stands first and expires first.
    private void Expire()
    {
        while (_byAge.First is { } oldest && time.GetElapsedTime(_entries[oldest.Value].Since) >= life)
            Drop(oldest.Value);
    }

    private void Drop(string key)
    {
        if (_entries.Remove(key, out var entry))
            _byAge.Remove(entry.Age);
    }

    private sealed record Entry(Lazy<T> Value, long Since, LinkedListNode<string> Age);
}
