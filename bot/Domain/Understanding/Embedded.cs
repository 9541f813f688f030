using System.Reflection;
using ChatOpsBot.Domain.Understanding.Model;
using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Trade;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>The data files that ship inside the assembly.</summary>
internal static class Embedded
{
    private static readonly Assembly Here = typeof(Embedded).Assembly;

    public static TradeFile Trade() => Read<TradeFile>("trade.yaml");

    public static IEnumerable<VocabularyFile> Vocabularies() => Here.GetManifestResourceNames()
        .Where(name => name.StartsWith("vocabulary.", StringComparison.Ordinal)).Select(Read<VocabularyFile>);

    /// <summary>Words that mean the same on responsibilities pages.</summary>
    public static PageWordsFile PageWords() => Read<PageWordsFile>("page-words.yaml");

    /// <summary>What a message means, learned from the corpus.</summary>
    public static SentenceModel Model()
    {
        using var stream = Here.GetManifestResourceStream("sentences.model")!;
        return SentenceModel.Read(stream);
    }

    private static T Read<T>(string name)
    {
        using var reader = new StreamReader(Here.GetManifestResourceStream(name)!);
        return VocabularyFile.Read<T>(reader);
    }
}
