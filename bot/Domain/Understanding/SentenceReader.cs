using System.Collections.Concurrent;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Model;
using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Sentences;
using ChatOpsBot.Domain.Understanding.Slots;
using ChatOpsBot.Domain.Understanding.Trade;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>Understands what a person says about the duties of one matrix. Pure and safe for many threads.</summary>
public sealed class SentenceReader : IDisposable
{
    // In characters. Comparing what was found takes time by the square of the length; nobody asks at greater length, and a pasted
    // job log must not keep the bot from answering others.
    private const int LongestRead = 2_000;

    // From this many words on, a text is a sentence and not a term to look up.
    private const int Sentence = 3;

    private readonly bool _isOurs;
    private readonly Languages _languages;
    private readonly IRowSearch _rows;

    // Of another service; null for the matrix that the trade file speaks about.
    private readonly PageSearch? _page;
    private readonly TypedRows _typed;
    private readonly RequestFinder _requests;
    private readonly FollowUp _followUp;
    private readonly ConcurrentDictionary<Lexicon, SlotReader> _slots = new();

    // Null for a page that the trade file and the model say nothing about.
    private readonly Judge? _judge;

    public SentenceReader(ResponsibilityMatrix matrix)
        : this(matrix, Embedded.Model)
    {
    }

    /// <param name="model">Asked for where the trade file speaks about the matrix; null for the vocabulary alone.</param>
    internal SentenceReader(ResponsibilityMatrix matrix, Func<SentenceModel>? model)
    {
        var vocabularies = Embedded.Vocabularies().ToList();
        _languages = new Languages(vocabularies);
        var trade = new TradeCues(Embedded.Trade());
        _isOurs = trade.SpeaksAbout(matrix);
        _page = _isOurs ? null : new PageSearch(matrix, _languages.InEnglish);
        _rows = (IRowSearch?)_page ?? new CueSearch(trade, matrix);
        _typed = new TypedRows(_rows, vocabularies);
        _requests = new RequestFinder(trade, matrix);
        _followUp = new FollowUp(matrix);
        _judge = _isOurs && model is not null ? new Judge(model(), _requests, matrix) : null;
    }

    private static string Shortened(string text) => text.Length > LongestRead ? text[..LongestRead] : text;

    private SlotReader SlotsOf(Lexicon lexicon) => _slots.GetOrAdd(lexicon, made => new SlotReader(made.SlotWords));

    /// <summary>Builds now what is otherwise built when somebody first types into the search.</summary>
    public void LearnAhead() => _typed.LearnAhead();

    /// <param name="text">The message, mentions of the bot taken out.</param>
    /// <param name="before">What the bot answered last in this conversation.</param>
    /// <param name="locale">Language of the person's client ("de-DE"): decides when the words do not tell.</param>
    public Meaning Read(string text, LastAnswer? before = null, string? locale = null)
    {
        var read = Shortened(text);
        var lexicon = _languages.Of(read, locale);
        var evidence = EvidenceIn(read, lexicon, before);
        var meaning = _judge?.Decide(evidence, SlotsOf(lexicon)) ?? Meanings.ByWordsAlone(evidence.First);
        var complete = _isOurs ? MeaningCompletion.Complete(meaning, evidence.Sentence) : WithRealSide(meaning);
        return complete with { Language = lexicon.Language };
    }

    /// <summary>The same message read by the advice that was given on it.</summary>
    /// <param name="read">What was read of it without advice.</param>
    public Meaning Follow(Advice advice, string text, Meaning read) => AdvisedMeaning.Of(advice, read, type =>
    {
        var lexicon = _languages.Of(Shortened(text), read.Language);
        return _requests.Wanted(type, lexicon.Read(Shortened(text)), SlotsOf(lexicon));
    });

    // "Is that on our side?" about what is IBM's: the page tells whose it is, whatever was supposed.
    private static Meaning WithRealSide(Meaning meaning)
    {
        var sides = meaning.Rows.Aggregate(Party.None, (sum, row) => sum | row.Party);
        return meaning.Rows.Count > 0 && (meaning.Party & sides) is Party.None ? meaning with { Party = sides } : meaning;
    }

    /// <summary>What decided how a message was understood, taken for itself.</summary>
    public Explanation Explain(string text)
    {
        var read = Shortened(text);
        var sentence = _languages.Of(read, locale: null).Read(read);
        var found = sentence.Trade.Concat(sentence.Mood).Concat(sentence.SmallTalk).Concat(sentence.Outside)
            .OrderBy(hit => hit.First).Select(hit => hit.Name).Distinct();
        return new([.. found], _judge?.Likeliest(FeaturesOf(read)) ?? []);
    }

    /// <summary>What the vocabulary alone makes of a message: the evidence that the model weighs.</summary>
    internal IReadOnlySet<Feature> FeaturesOf(string text) =>
        MessageFeatures.Of(EvidenceIn(text, _languages.Of(text, locale: null), before: null));

    private Evidence EvidenceIn(string text, Lexicon lexicon, LastAnswer? before)
    {
        var sentence = lexicon.Read(text);
        var mood = new Mood(sentence);
        var rows = _rows.Find(sentence);
        return new(sentence, mood, rows, ByVocabulary(sentence, mood, rows, before, SlotsOf(lexicon)));
    }

    private Meaning ByVocabulary(Sentence sentence, Mood mood, IReadOnlyList<Finding> rows, LastAnswer? before, SlotReader slots)
    {
        var named = rows is [{ Score: >= TaskFinder.Bar }, ..];

        return _followUp.FindDoubt(sentence, named, before)
            ?? SmallTalkFinder.Find(sentence, rows)
            ?? (_page is null ? OutsideFinder.FindFirmly(sentence) : null)
            ?? (_page is not null && named && !mood.WantsOpenly ? null : _requests.Find(sentence, mood, slots))
            ?? (_page is null
                ? OutsideFinder.Find(sentence, rows)
                : OutsideFinder.Find(sentence, rows, hit => _page.Mentions(sentence, hit)))
            ?? TaskFinder.WholeMatrix(sentence, rows)
            ?? _followUp.Find(sentence, named, before)
            ?? TaskFinder.Responsibility(sentence, mood, rows);
    }

    /// <summary>
    /// The rows that fit what somebody has typed so far, best first: the last word may be half a word. A whole sentence is understood
    /// as one.
    /// </summary>
    /// <param name="locale">As for <see cref="Read"/>.</param>
    public IReadOnlyList<RowMatch> FindRows(string text, string? locale = null)
    {
        var read = Shortened(text);
        var lexicon = _languages.Of(read, locale);
        var sentence = lexicon.Read(read);
        var typed = _typed.Find(sentence, lexicon.Language);
        if (sentence.Words.Count < Sentence)
            return typed;

        var meaning = Read(read, locale: locale);
        return [.. meaning.Rows.Select(row => new RowMatch(row, meaning.Party)).Concat(typed).DistinctBy(match => match.Row)];
    }

    /// <summary>The values named in a text that is known to belong to a request, by slot name; empty where it names none.</summary>
    /// <param name="request">Id of the request type: it decides which name is which.</param>
    public IReadOnlyDictionary<string, string> ReadSlots(string text, string request, string? locale = null)
    {
        var read = Shortened(text);
        var lexicon = _languages.Of(read, locale);
        return SlotsOf(lexicon).Read(lexicon.Read(read), request);
    }

    public void Dispose()
    {
        _languages.Dispose();
        _typed.Dispose();
        _page?.Dispose();
    }
}
