using System.Globalization;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>What was typed, as a filter: each of its words has to begin a word of what is shown. Case and accents do not count.</summary>
internal sealed class TypedWords(string typed)
{
    private const CompareOptions Likeness = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;

    private readonly string[] _words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True for every thing while nothing is typed.</summary>
    public bool Fit(IEnumerable<string?> texts)
    {
        var all = string.Join('\n', texts);
        return Array.TrueForAll(_words, word => Begins(word, all));
    }

    private static bool Begins(string word, string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = Letters.IndexOf(text, word, from, Likeness);
            if (at < 0)
                return false;
            if (at == 0 || !IsOneWord(text[at - 1], text[at]))
                return true;
            from = at + 1;
        }

        return false;
    }

    // Japanese has no blanks: there a word may begin anywhere.
    private static bool IsOneWord(char before, char sign) =>
        char.IsLetterOrDigit(before) && (!char.IsLetter(sign) || char.GetUnicodeCategory(sign) is not UnicodeCategory.OtherLetter);
}
