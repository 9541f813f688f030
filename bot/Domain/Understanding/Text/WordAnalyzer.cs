using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ChatOpsBot.Domain.Understanding.Text;

/// <summary>Lucene's words of one language: split (UAX #29), lower case, without accents, each with its stem.</summary>
internal sealed class WordAnalyzer(string language) : Analyzer
{
    /// <summary>English down to the roots: "encryption" and "encrypted" are one word, as are "deploy" and "deployment".</summary>
    public const string EnglishRoots = "en-roots";

    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>The words of a text. One text at a time on a thread.</summary>
    public WordStream WordsOf(string text) => (WordStream)GetTokenStream("", text);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Version, reader);
        TokenStream stream = new LowerCaseFilter(Version, words);
        stream = language switch
        {
            "en" or EnglishRoots => new EnglishPossessiveFilter(Version, stream),
            "fr" => new ElisionFilter(stream, FrenchAnalyzer.DEFAULT_ARTICLES),
            "de" => new GermanNormalizationFilter(stream),
            _ => stream,
        };
        var plain = new PlainWords(new ASCIIFoldingFilter(stream));
        return new TokenStreamComponents(words, new WordStream(plain, Stemmed(plain)));
    }

    private TokenStream Stemmed(TokenStream stream) => language switch
    {
        "en" => new KStemFilter(stream),
        EnglishRoots => new PorterStemFilter(stream),
        "de" => new GermanLightStemFilter(stream),
        "es" => new SpanishLightStemFilter(stream),
        "fr" => new FrenchLightStemFilter(stream),
        "pt" => new PortugueseLightStemFilter(stream),
        _ => stream,
    };
}
