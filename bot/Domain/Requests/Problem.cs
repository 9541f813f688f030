namespace ChatOpsBot.Domain.Requests;

/// <summary>Something to be told a person about a value, in no language: the key of a sentence and what fills its gaps.</summary>
public sealed record Problem(string Key)
{
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Gaps that are filled with words of the language too, by the keys of those words, which may use <see cref="Values"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Terms { get; init; } = new Dictionary<string, string>();

    /// <summary>The part of the text it is about, where only a part of it is wrong; put before the sentence.</summary>
    public string? Subject { get; init; }

    public static Problem Of(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = new Dictionary<string, string>();
        foreach (var (name, value) in values)
            filled[name] = value;
        return new(key) { Values = filled };
    }

    public bool Equals(Problem? other) =>
        other is not null && Key == other.Key && Subject == other.Subject && Same(Values, other.Values) && Same(Terms, other.Terms);

    public override int GetHashCode() => HashCode.Combine(Key, Subject, Values.Count, Terms.Count);

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
