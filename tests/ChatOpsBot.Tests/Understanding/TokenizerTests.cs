using CsCheck;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.TokenAttributes;
using Tokenizer = ChatOpsBot.Domain.Understanding.Text.Tokenizer;

namespace ChatOpsBot.Tests.Understanding;

public sealed class TokenizerTests
{
    private static readonly string[] Words =
    [
        "backups", "Backups", "ptfs", "Sicherungen", "sauvegardes", "l'appli", "réseaux", "IBM's", "systèmes", "ações", "café", "QSYS",
        "バックアップ", "22:00", "restoring", "Häuser", "👍", "the",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Words.Length - 1].Select(at => Words[at]).Array[0, 6].Select(words => string.Join(' ', words)),
        Gen.String);

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("pt")]
    [InlineData("ja")]
    public void Every_word_stands_in_the_text_and_its_stem_is_that_of_the_word_alone(string language)
    {
        using var tokenizer = new Tokenizer(language);
        Texts.Sample(
            text => Assert.All(tokenizer.Read(text), word =>
            {
                Assert.Equal(text[word.Start..word.End], word.Surface);
                Assert.Equal(StemOf(word.Plain, language), word.Stem);
            }),
            threads: 2);
    }

    private static string StemOf(string word, string language)
    {
        using var stream = Stemmed(new KeywordTokenizer(new StringReader(word)), language);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        Assert.True(stream.IncrementToken());
        return term.ToString()!;
    }

    private static TokenStream Stemmed(TokenStream word, string language) => language switch
    {
        "en" => new KStemFilter(word),
        "de" => new GermanLightStemFilter(word),
        "es" => new SpanishLightStemFilter(word),
        "fr" => new FrenchLightStemFilter(word),
        "pt" => new PortugueseLightStemFilter(word),
        _ => word,
    };
}
