namespace ChatOpsBot.Domain.Understanding.Text;

/// <summary>Takes a word apart into known words: "Anwendungsupdate", "directlink".</summary>
internal sealed class Compounds
{
    private const int ShortestWord = 7;
    private const int ShortestPiece = 3;

    // Pieces that leave more than a joining letter or two unexplained are there by chance ("important" holds "port").
    private const int MostUnexplained = 2;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly int _longest;

    public Compounds(IEnumerable<string> known)
    {
        var words = known.Where(word => word.Length >= ShortestPiece).ToHashSet();
        _known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = words.Select(word => word.Length).DefaultIfEmpty().Max();
    }

    /// <summary>The pieces in their order; empty when the word is not made of known ones.</summary>
    public IReadOnlyList<string> Split(string word)
    {
        if (word.Length < ShortestWord || !word.All(char.IsLetter))
            return [];

        var pieces = new List<string>();
        var (explained, end) = (0, 0);
        for (var start = 0; start <= word.Length - ShortestPiece; start++)
        {
            if (LongestAt(word, start) is not { } piece || word.IndexOf(piece, end, StringComparison.Ordinal) is not (>= 0 and var at))
                continue;
            pieces.Add(piece);
            explained += piece.Length;
            end = at + piece.Length;
        }

        return word.Length - explained <= MostUnexplained ? pieces : [];
    }

    // The longest known word that begins there, and is not the whole.
    private string? LongestAt(string word, int start)
    {
        for (var length = Math.Min(Math.Min(_longest, word.Length - start), word.Length - 1); length >= ShortestPiece; length--)
        {
            if (_known.TryGetValue(word.AsSpan(start, length), out var piece))
                return piece;
        }

        return null;
    }
}
