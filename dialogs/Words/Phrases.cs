using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ChatOpsBot.Cards;
using NodaTime;

namespace ChatOpsBot.Dialogs.Words;

/// <summary>Everything the bot says, in one language: a sentence by its key.</summary>
public sealed partial class Phrases
{
    private const string DatePattern = "date.pattern";
    private const string MomentPattern = "moment.pattern";
    private const string Otherwise = "general";

    // Placeholders of addresses that the bot itself gives. All other values may be somebody's words.
    private static readonly string[] Addresses = ["link", "host"];

    // Every line that is typed is compared with many of these.
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _several = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, string> _sentences;
    private readonly CultureInfo _culture;

    /// <param name="language">Two-letter code.</param>
    /// <param name="sentences">Sentences by key, with placeholders like <c>{row}</c>.</param>
    public Phrases(string language, IReadOnlyDictionary<string, string> sentences)
    {
        Language = language;
        _sentences = sentences.ToFrozenDictionary();
        _culture = CultureInfo.GetCultureInfo(language);
    }

    public string Language { get; }

    public IReadOnlyCollection<string> Keys => _sentences.Keys;

    /// <summary>The sentence of a key that has no placeholders.</summary>
    public string this[string key] => Say(key);

    /// <summary>The sentence with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">No sentence has the key.</exception>
    /// <exception cref="ArgumentException">The values given are not exactly those that the sentence asks for.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var sentence = Template(key);
        var wanted = Placeholders(sentence);
        if (!wanted.SetEquals(NamesOf(values)))
            throw new ArgumentException($"\"{key}\" in \"{Language}\" asks for: {string.Join(", ", wanted)}.", nameof(values));

        var given = new Dictionary<string, string>();
        foreach (var (name, value) in values)
            given[name] = Addresses.Contains(name) ? value : PlainText.Quoted(value);
        return Placeholder().Replace(sentence, match => given[match.Groups[1].Value]);
    }

    /// <summary>
    /// The sentence of one member of a family of keys ("outside.licensing"), or the family's "general" for one it does not know.
    /// </summary>
    public string SayOf(string family, string? member) =>
        Say(member is not null && _sentences.ContainsKey($"{family}.{member}") ? $"{family}.{member}" : $"{family}.{Otherwise}");

    /// <summary>The sentence of a key that not every language or family has; null where nothing is said.</summary>
    public string? Find(string key) => _sentences.GetValueOrDefault(key);

    /// <summary>The sentence with its placeholders filled from values of which it may use some.</summary>
    /// <exception cref="KeyNotFoundException">No sentence has the key, or a placeholder has no value.</exception>
    public string Fill(string key, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(Template(key), match => PlainText.Quoted(values[match.Groups[1].Value]));

    /// <summary>Things people may say, separated by commas in one sentence of the words.</summary>
    public IReadOnlyList<string> Several(string key) =>
        _several.GetOrAdd(key, key => Template(key).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A day as people write it in this language.</summary>
    public string Date(DateOnly day) => day.ToString(Template(DatePattern), _culture);

    /// <summary>The month of a day as people write it in this language: "March 2025".</summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", _culture);

    /// <summary>A moment as people write it in this language, by the words' own pattern.</summary>
    public string Moment(LocalDateTime moment) => moment.ToString(Template(MomentPattern), _culture);

    /// <summary>The sentence as written, with its placeholders.</summary>
    public string Template(string key) =>
        _sentences.TryGetValue(key, out var sentence)
            ? sentence
            : throw new KeyNotFoundException($"\"{key}\" is not said in \"{Language}\".");

    /// <summary>Names of the placeholders in a sentence.</summary>
    public static IReadOnlySet<string> Placeholders(string sentence) =>
        Placeholder().Matches(sentence).Select(match => match.Groups[1].Value).ToHashSet();

    private static List<string> NamesOf(ReadOnlySpan<(string Name, string Value)> values)
    {
        List<string> names = [];
        foreach (var (name, _) in values)
            names.Add(name);
        return names;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
