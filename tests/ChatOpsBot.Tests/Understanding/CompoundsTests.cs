using ChatOpsBot.Domain.Understanding.Text;
using CsCheck;
using Lucene.Net.Analysis.Compound;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ChatOpsBot.Tests.Understanding;

public sealed class CompoundsTests
{
    // Few letters, so that words often lie within words.
    private static readonly Gen<string> Word = Gen.Char["aß"].Array[2, 6].Select(letters => new string(letters));

    private static readonly Gen<(string[] Known, string Word)> Cases = Gen.Select(Word.Array[1, 4], Word.Array[0, 2], Gen.Int[0, 23])
        .Select((known, more, order) => (known, string.Concat(known.Concat(more).OrderBy(word => (word.Length * 7 + order) % 5))));

    [Theory]
    [InlineData("anwendungsupdate", "anwendung", "update")]
    [InlineData("directlink", "direct", "link")]
    [InlineData("important")]
    [InlineData("port")]
    public void A_word_is_split_where_its_pieces_explain_it(string word, params string[] pieces) =>
        Assert.Equal(pieces, new Compounds(["anwendung", "update", "direct", "link", "port"]).Split(word));

    [Fact]
    public void The_pieces_are_those_that_Lucene_finds() => Cases.Sample(given =>
    {
        var (known, word) = given;
        var pieces = new Compounds(known).Split(word);
        var found = PiecesByLucene(known, word);
        Assert.True(pieces.Count == 0 || pieces.SequenceEqual(Following(word, found)), $"{word}: {string.Join(' ', pieces)}");
        var left = word.Length - Following(word, found).Sum(piece => piece.Length);
        Assert.Equal(word.Length >= 7 && found.Count > 0 && left <= 2, pieces.Count > 0);
    });

    // Each piece behind the one before it.
    private static List<string> Following(string word, List<string> pieces)
    {
        List<string> kept = [];
        var end = 0;
        foreach (var piece in pieces)
        {
            if (word.IndexOf(piece, end, StringComparison.Ordinal) is not (>= 0 and var at))
                continue;
            kept.Add(piece);
            end = at + piece.Length;
        }

        return kept;
    }

    private static List<string> PiecesByLucene(string[] known, string word)
    {
        const LuceneVersion version = LuceneVersion.LUCENE_48;
        var dictionary = new CharArraySet(version, known.Where(piece => piece.Length >= 3).Distinct().ToArray(), ignoreCase: false);
        using var stream = new DictionaryCompoundWordTokenFilter(
            version, new KeywordTokenizer(new StringReader(word)), dictionary, 7, 3, Math.Max(3, word.Length - 1), onlyLongestMatch: true);
        var term = stream.GetAttribute<ICharTermAttribute>();
        List<string> terms = [];
        stream.Reset();
        while (stream.IncrementToken())
            terms.Add(term.ToString()!);
        stream.End();
        return terms[1..];
    }
}
