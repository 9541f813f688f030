using System.Collections.Concurrent;
using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Slots;
using ChatOpsBot.Domain.Understanding.Trade;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>What is read once and serves the sentences about every page.</summary>
internal sealed class SharedVocabulary : IDisposable
{
    private readonly ConcurrentDictionary<Lexicon, SlotReader> _slots = new();

    public SharedVocabulary()
    {
        Files = [.. Embedded.Vocabularies()];
        Languages = new Languages(Files);
    }

    public IReadOnlyList<VocabularyFile> Files { get; }

    public Languages Languages { get; }

    /// <summary>Words that mean the same on responsibilities pages.</summary>
    public PageWordsFile PageWords { get; } = Embedded.PageWords();

    public TradeCues Trade { get; } = new(Embedded.Trade());

    public SlotReader SlotsOf(Lexicon lexicon) => _slots.GetOrAdd(lexicon, made => new SlotReader(made.SlotWords));

    public void Dispose() => Languages.Dispose();
}
