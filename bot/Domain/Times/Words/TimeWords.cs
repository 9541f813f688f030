using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Times.Words;

/// <summary>The words of one language for times, ready to be looked up.</summary>
internal sealed partial class TimeWords
{
    private const string Filler = "";

    // "mir" is no form of "mi" (Wednesday).
    private const int ShortestStem = 4;

    private const int ShortestWeekday = 6;
    private const string AfterDigit = "-after-digit";
    private readonly Dictionary<string, string> _signs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _signsAfterDigit = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longest;
    private readonly TimeWordsFile _file;
    private readonly string[] _untils;

    public TimeWords(TimeWordsFile file)
    {
        _file = file;
        _untils = [.. file.Signs.GetValueOrDefault("until", []).Select(word => Apostrophe().Replace(word, "$1"))
            .OrderByDescending(word => word.Length)];
        foreach (var word in file.Fillers)
            Add(_signs, word, Filler);
        foreach (var (sign, phrases) in file.Signs)
            foreach (var phrase in phrases)
                if (sign.EndsWith(AfterDigit, StringComparison.Ordinal))
                    Add(_signsAfterDigit, phrase, sign[..^AfterDigit.Length]);
                else
                    Add(_signs, phrase, sign);
        foreach (var (word, number) in file.Numbers)
            Add(_numbers, word, number);
        foreach (var (word, number) in file.Ordinals)
            Add(_ordinals, word, number);

        _longest = _signs.Keys.Select(phrase => phrase.Split(' ')).GroupBy(phrase => phrase[0], StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Max(phrase => phrase.Length), StringComparer.Ordinal);
    }

    /// <summary>Every language that times are read in.</summary>
    public static IReadOnlyList<TimeWords> All { get; } =
    [
        .. typeof(TimeWords)
            .Assembly.GetManifestResourceNames()
            .Where(name => FileName().IsMatch(name))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public string Language => _file.Language;

    /// <summary>"until Friday" without its first word; null where none of the language's words for it stands there.</summary>
    public string? AfterUntil(string text)
    {
        foreach (var word in _untils)
        {
            if (_file.Unspaced && text.EndsWith(word, StringComparison.Ordinal))
                return text[..^word.Length];
            if (!_file.Unspaced && text.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase))
                return text[(word.Length + 1)..];
        }

        return null;
    }

    public bool DottedDates => _file.DottedDates;

    public bool TwentyFourHours => _file.TwentyFourHours;

    /// <summary>The words of a language without blanks, longest first; empty for any other.</summary>
    public IEnumerable<string> Unspaced => _file.Unspaced ? _signs.Keys.OrderByDescending(word => word.Length) : [];

    /// <summary>How many words the longest phrase has that begins with a word.</summary>
    public int LongestPhrase(string first) => _longest.GetValueOrDefault(first, 1);

    /// <summary>
    /// The sign of a phrase, or several with blanks between; empty for one that carries no time; null for an unknown one.
    /// </summary>
    public string? Sign(string phrase) => Find(_signs, phrase, out var sign) ? sign : null;

    /// <summary>The sign of a word only right behind a digit, such as the "a" of "9a".</summary>
    public string? SignAfterDigit(string word) => _signsAfterDigit.GetValueOrDefault(word);

    /// <summary>The signs of a word that is two written as one, the first a weekday: "Freitagabend"; null for any other.</summary>
    public (string Day, string Behind)? Joined(string word) =>
        Enumerable
            .Range(ShortestWeekday, Math.Max(0, word.Length - ShortestWeekday - 2))
            .Select(cut => (Day: Sign(word[..cut]), Behind: Sign(word[cut..])))
            .Where(parts => IsWeekday(parts.Day) && parts.Behind is { Length: > 0 })
            .Select(parts => ((string, string)?)(parts.Day!, parts.Behind!))
            .FirstOrDefault();

    public static bool IsWeekday(string? sign) => sign?.StartsWith("weekday-", StringComparison.Ordinal) is true;

    public int? Number(string word) => _numbers.TryGetValue(word, out var number) ? number : null;

    public int? Ordinal(string word) => Find(_ordinals, word, out var number) ? number : null;

    /// <summary>The time zone database's name for a zone as people call it.</summary>
    public string? Zone(string word) => _file.Zones.GetValueOrDefault(word);

    // As it is written, or less an ending.
    private bool Find<T>(Dictionary<string, T> words, string said, out T? found)
    {
        if (words.TryGetValue(said, out found))
            return true;

        foreach (var ending in _file.Endings)
            if (
                said.Length - ending.Length >= ShortestStem
                && said.EndsWith(ending, StringComparison.Ordinal)
                && words.TryGetValue(said[..^ending.Length], out found))
                return true;

        return false;
    }

    // The first sign of a word counts.
    private void Add<T>(Dictionary<string, T> words, string word, T means)
    {
        words.TryAdd(word, means);
        words.TryAdd(
            _file.Spellings.Aggregate(word, (spelled, pair) => spelled.Replace(pair.Key, pair.Value, StringComparison.Ordinal)), means);
    }

    private static TimeWords Read(string file)
    {
        using var text = new StreamReader(typeof(TimeWords).Assembly.GetManifestResourceStream(file)!);
        return new TimeWords(VocabularyFile.Read<TimeWordsFile>(text));
    }

    [GeneratedRegex(" (['’]) ")]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"^times\.\w+\.yaml$")]
    private static partial Regex FileName();
}
