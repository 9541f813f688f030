using Lucene.Net.Analysis.Compound;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ChatOpsBot.Domain.Understanding.Text;

/// <summary>Takes a word apart into known words: "Anwendungsupdate", "directlink".</summary>
internal sealed class Compounds(IEnumerable<string> known)
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const int ShortestWord = 7;
    private const int ShortestPiece = 3;

    // Pieces that leave more than a joining letter or two unexplained are there by chance ("important" holds "port").
    private const int MostUnexplained = 2;

    private readonly CharArraySet _known = new(
        Version, known.Where(word => word.Length >= ShortestPiece).Distinct().ToArray(), ignoreCase: false);

    /// <summary>The pieces in their order; empty when the word is not made of known ones.</summary>
    public IReadOnlyList<string> Split(string word)
    {
        if (word.Length < ShortestWord || word.Any(c => !char.IsLetter(c)))
            return [];

        using var stream = new DictionaryCompoundWordTokenFilter(
            Version,
            new KeywordTokenizer(new StringReader(word)),
            _known,
            ShortestWord,
            ShortestPiece,
            word.Length - 1,
            onlyLongestMatch: true);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var pieces = new List<string>();
        stream.Reset();
        while (stream.IncrementToken())
            pieces.Add(term.ToString());
        stream.End();
        pieces.RemoveAt(0);
        return Explained(word, pieces);
    }

    private static List<string> Explained(string word, List<string> pieces)
    {
        var kept = new List<string>();
        var end = 0;
        foreach (var piece in pieces)
        {
            var at = word.IndexOf(piece, end, StringComparison.Ordinal);
            if (at < 0)
                continue;
            kept.Add(piece);
            end = at + piece.Length;
        }

        return word.Length - kept.Sum(piece => piece.Length) <= MostUnexplained ? kept : [];
    }
}
