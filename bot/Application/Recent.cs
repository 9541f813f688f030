using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ChatOpsBot.Application;

/// <summary>What happened lately, by key: limited in number and age. Safe for many callers at once.</summary>
/// <typeparam name="T">What is kept; made once for each key, also when two callers come at the same time.</typeparam>
public sealed class Recent<T>(TimeProvider time, TimeSpan life, int atMost)
{
    private readonly Lock _door = new();

    // The keys are the longest part of what would be kept, so half of their SHA-256 stands for them: nobody finds two of one kind.
    private readonly Dictionary<UInt128, Entry> _entries = [];

    // Every entry lives equally long, so the oldest stands first and expires first.
    private Entry? _oldest;
    private Entry? _newest;

    public T GetOrAdd(string key, Func<T> make)
    {
        var mark = MarkOf(key);
        Entry entry;
        lock (_door)
        {
            Expire();
            if (!_entries.TryGetValue(mark, out entry!))
                entry = Add(new(mark, time.GetTimestamp(), make));
        }

        return entry.Value;
    }

    public void Set(string key, T value)
    {
        var mark = MarkOf(key);
        lock (_door)
        {
            Expire();
            Drop(mark);
            Add(new(mark, time.GetTimestamp(), value));
        }
    }

    public bool TryGet(string key, [MaybeNullWhen(false)] out T value)
    {
        var mark = MarkOf(key);
        Entry? entry;
        lock (_door)
        {
            Expire();
            _entries.TryGetValue(mark, out entry);
        }

        value = entry is null ? default : entry.Value;
        return entry is not null;
    }

    public void Forget(string key)
    {
        var mark = MarkOf(key);
        lock (_door)
            Drop(mark);
    }

    private static UInt128 MarkOf(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }

    private Entry Add(Entry entry)
    {
        if (_entries.Count >= atMost && _oldest is not null)
            Drop(_oldest.Mark);

        entry.Before = _newest;
        if (_newest is null)
            _oldest = entry;
        else
            _newest.After = entry;
        _newest = entry;
        return _entries[entry.Mark] = entry;
    }

    private void Expire()
    {
        while (_oldest is { } oldest && time.GetElapsedTime(oldest.Since) >= life)
            Drop(oldest.Mark);
    }

    private void Drop(UInt128 mark)
    {
        if (!_entries.Remove(mark, out var entry))
            return;

        if (entry.Before is null)
            _oldest = entry.After;
        else
            entry.Before.After = entry.After;
        if (entry.After is null)
            _newest = entry.Before;
        else
            entry.After.Before = entry.Before;
    }

    private sealed class Entry
    {
        // Null once the value is there.
        private Lazy<T>? _made;
        private T? _value;

        public Entry(UInt128 mark, long since, T value) => (Mark, Since, _value) = (mark, since, value);

        public Entry(UInt128 mark, long since, Func<T> make) => (Mark, Since, _made) = (mark, since, new(make));

        public UInt128 Mark { get; }

        public long Since { get; }

        public Entry? Before { get; set; }

        public Entry? After { get; set; }

        public T Value
        {
            get
            {
                if (Volatile.Read(ref _made) is not { } made)
                    return _value!;

                // Whoever comes at the same time writes the same.
                _value = made.Value;
                Volatile.Write(ref _made, null);
                return _value;
            }
        }
    }
}
