using System.Collections.Concurrent;

namespace ChatOpsBot.Domain.Understanding.Text;

/// <summary>Finds the known word that a mistyped one stands for: one slip from five letters on, two from nine.</summary>
internal sealed class Spelling(IEnumerable<string> known)
{
    private const int ShortestWord = 5;
    private const int TwoSlipsFrom = 9;
    private const int MostRemembered = 10_000;

    private readonly ILookup<char, string> _known = known.Where(word => word.Length >= ShortestWord - 1)
        .Distinct().ToLookup(word => word[0]);

    private readonly ConcurrentDictionary<string, string?> _remembered = new();

    /// <summary>The known word, or null when none is near. The first letter is taken as right: people seldom mistype it.</summary>
    public string? Correct(string word)
    {
        if (word.Length < ShortestWord || !word.All(char.IsLetter))
            return null;
        if (_remembered.TryGetValue(word, out var mended))
            return mended;
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        return _remembered[word] = NearNames.To(word, _known[word[0]], word.Length >= TwoSlipsFrom ? 2 : 1).FirstOrDefault();
    }
}
