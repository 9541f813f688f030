using ChatOpsBot.Cards;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>What a search comes to.</summary>
public abstract record SearchAnswer
{
    /// <summary>What an answer may weigh in bytes: Teams documents no limit for it, and one for a message of about 100 KB.</summary>
    public const int MostBytes = 76 * 1024;

    /// <summary>So few characters for a long text say nothing: the text is better left out.</summary>
    internal const int Shortest = 60;

    private SearchAnswer()
    {
    }

    /// <summary>A list to choose from; empty behind the last page.</summary>
    public sealed record Found(IReadOnlyList<SearchHit> Hits) : SearchAnswer;

    /// <summary>A sentence in the place of a list.</summary>
    public sealed record Told(string Text) : SearchAnswer;

    /// <summary>The hits as generously drawn as all of them together may be.</summary>
    /// <param name="draw">Draws them, with this many characters at most for a long text.</param>
    internal static Found Of(Func<int, IEnumerable<SearchHit>> draw)
    {
        ReadOnlySpan<int> lengths = [2000, 1000, 500, 250, 120];
        foreach (var length in lengths)
        {
            List<SearchHit> hits = [.. draw(length)];
            if (hits.Sum(hit => hit.Size) <= MostBytes && hits.TrueForAll(hit => CardLimits.Fits(hit.Card)))
                return new(hits);
        }

        // Whatever is left out here is longer than people and systems are named; it is found by more of its name.
        var left = MostBytes;
        return new([.. draw(Shortest).TakeWhile(hit => CardLimits.Fits(hit.Card) && (left -= hit.Size) >= 0)]);
    }
}
