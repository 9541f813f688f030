using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ChatOpsBot.Domain.Understanding.Text;

/// <summary>Cuts a sentence of one language into words. Safe for use by many threads.</summary>
/// <remarks>Japanese is written without spaces: there every character is a word, so that a phrase is found wherever it stands.</remarks>
public sealed class Tokenizer(string language) : IDisposable
{
    private readonly WordAnalyzer _plain = new(language, stem: false);
    private readonly WordAnalyzer _stemmed = new(language, stem: true);

    public IReadOnlyList<Token> Read(string text)
    {
        var plain = Run(_plain, text);
        if (language == "ja")
            return [.. plain.SelectMany(word => Characters(text, word))];

        var stems = Run(_stemmed, text);
        return [.. plain.Select((word, i) =>
            new Token(text[word.Start..word.End], word.Term, i < stems.Count ? stems[i].Term : word.Term, word.Start, word.End))];
    }

    public void Dispose()
    {
        _plain.Dispose();
        _stemmed.Dispose();
    }

    private static IEnumerable<Token> Characters(string text, Word word)
    {
        if (char.IsAscii(text[word.Start]))
            return [new Token(text[word.Start..word.End], word.Term, word.Term, word.Start, word.End)];

        return Enumerable.Range(word.Start, word.End - word.Start).Select(at =>
        {
            var character = text[at].ToString();
            return new Token(character, character, character, at, at + 1);
        });
    }

    private static List<Word> Run(Analyzer analyzer, string text)
    {
        var words = new List<Word>();
        using var stream = analyzer.GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            words.Add(new Word(term.ToString(), offset.StartOffset, offset.EndOffset));
        stream.End();
        return words;
    }

    private readonly record struct Word(string Term, int Start, int End);
}
