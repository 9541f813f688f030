using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>What people call a page: by the name of the service in its title, or by the name of its file.</summary>
internal sealed class PageNames
{
    private const int MostWords = 6;
    private const int ShortestName = 2;

    // Of a file name: "cloud-object-storage__cos-responsibilities" tells two names.
    private static readonly string[] Parts = ["__", "@"];

    private readonly HashSet<string> _names;

    private PageNames(HashSet<string> names) => _names = names;

    public static PageNames Of(ResponsibilityMatrix page, SharedVocabulary shared)
    {
        var title = shared.PageWords.Title.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = (page.Name ?? "").Split(Parts, StringSplitOptions.RemoveEmptyEntries).Append(page.Title)
            .Select(text => Compact(WordsOf(text).Where(word => !title.Contains(word))))
            .Where(name => name.Length >= ShortestName && !shared.Files.Any(file => file.FunctionWords.Contains(name)));
        return new([.. names]);
    }

    /// <summary>Where a sentence names the page, as positions of words; null where it does not.</summary>
    public (int First, int End)? FindIn(Sentence sentence)
    {
        for (var first = 0; first < sentence.Words.Count; first++)
        {
            var name = "";
            for (var end = first; end < Math.Min(sentence.Words.Count, first + MostWords); end++)
            {
                name += sentence.Words[end].Token.Plain;
                if (_names.Contains(name))
                    return (first, end + 1);
            }
        }

        return null;
    }

    private static string[] WordsOf(string text) =>
        string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // "Code Engine", "code-engine" and "CodeEngine" are one name.
    private static string Compact(IEnumerable<string> words) => string.Concat(words).ToLowerInvariant();
}
