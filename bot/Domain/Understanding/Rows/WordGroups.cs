using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>Words that mean the same on responsibilities pages, by their roots; two words side by side may count as one.</summary>
internal sealed class WordGroups
{
    private static readonly IReadOnlyList<string> Nothing = [];

    private readonly Dictionary<string, IReadOnlyList<string>> _others;

    public WordGroups(PageWordsFile file, Tokenizer roots)
    {
        var groups = file.Same.Select(words => words.Select(word => Key(roots.Read(word))).Distinct().ToList()).ToList();
        _others = groups.SelectMany(group => group.Select(word => (Word: word, Group: group))).GroupBy(pair => pair.Word)
            .ToDictionary(pairs => pairs.Key, IReadOnlyList<string> (pairs) =>
                [.. pairs.SelectMany(pair => pair.Group).Where(word => word != pairs.Key).Distinct()]);
        PlainWords = [.. file.Same.SelectMany(words => words).SelectMany(roots.Read).Select(word => word.Plain).Distinct()];
    }

    /// <summary>Every word of the groups as it is written, without accents.</summary>
    public IReadOnlyList<string> PlainWords { get; }

    public bool Has(string key) => _others.ContainsKey(key);

    /// <summary>The other words for a word or a pair of words.</summary>
    public IReadOnlyList<string> OthersFor(string key) => _others.GetValueOrDefault(key, Nothing);

    public static string Key(string root, string next) => $"{root} {next}";

    private static string Key(IReadOnlyList<Token> words) => string.Join(' ', words.Select(word => word.Stem));
}
