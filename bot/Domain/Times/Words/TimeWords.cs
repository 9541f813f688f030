using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Times.Words;

/// <summary>The words of one language for times, ready to be looked up.</summary>
internal sealed class TimeWords
{
    private const string Filler = "";
    private readonly Dictionary<string, string> _signs;
    private readonly TimeWordsFile _file;

    public TimeWords(TimeWordsFile file)
    {
        _file = file;
        _signs = file.Fillers.ToDictionary(word => word, _ => Filler, StringComparer.Ordinal);
        foreach (var (sign, phrases) in file.Signs)
            foreach (var phrase in phrases.Where(_ => !sign.EndsWith("-after-digit", StringComparison.Ordinal)))
                _signs.TryAdd(phrase, sign);

        LongestPhrase = _signs.Keys.Max(phrase => phrase.Split(' ').Length);
    }

    public static TimeWords English { get; } = Read("en");

    /// <summary>How many words the longest phrase has.</summary>
    public int LongestPhrase { get; }

    /// <summary>The sign of a phrase; empty for one that carries no time; null for an unknown one.</summary>
    public string? Sign(string phrase) => _signs.GetValueOrDefault(phrase);

    /// <summary>The sign of a word only right behind a digit, such as the "a" of "9a".</summary>
    public string? SignAfterDigit(string word) => _file.Signs
        .Where(pair => pair.Key.EndsWith("-after-digit", StringComparison.Ordinal) && pair.Value.Contains(word))
        .Select(pair => pair.Key[..^"-after-digit".Length]).FirstOrDefault();

    public int? Number(string word) => _file.Numbers.TryGetValue(word, out var number) ? number : null;

    public int? Ordinal(string word) => _file.Ordinals.TryGetValue(word, out var number) ? number : null;

    /// <summary>The time zone database's name for a zone as people call it.</summary>
    public string? Zone(string word) => _file.Zones.GetValueOrDefault(word);

    private static TimeWords Read(string language)
    {
        using var text = new StreamReader(typeof(TimeWords).Assembly.GetManifestResourceStream($"times.{language}.yaml")!);
        return new TimeWords(VocabularyFile.Read<TimeWordsFile>(text));
    }
}
