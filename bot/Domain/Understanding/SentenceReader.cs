using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Model;
using ChatOpsBot.Domain.Understanding.Sentences;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>Understands what a person says about the duties of the matrix and of the pages beside it. Pure and safe for many
/// threads.</summary>
public sealed class SentenceReader : IDisposable
{
    // In characters. Comparing what was found takes time by the square of the length; nobody asks at greater length, and a pasted
    // job log must not keep the bot from answering others.
    private const int LongestRead = 2_000;

    // From this many words on, a text is a sentence and not a term to look up.
    private const int Sentence = 3;

    private readonly SharedVocabulary _shared = new();
    private readonly PageSentences _matrix;
    private readonly PagesBeside _beside;

    public SentenceReader(ResponsibilityMatrix matrix)
        : this(MatrixLibrary.Of(matrix))
    {
    }

    public SentenceReader(MatrixLibrary library)
        : this(library, Embedded.Model)
    {
    }

    /// <param name="model">Asked for where the trade file speaks about the matrix; null for the vocabulary alone.</param>
    internal SentenceReader(MatrixLibrary library, Func<SentenceModel>? model)
    {
        ArgumentNullException.ThrowIfNull(library);
        _matrix = new PageSentences(library.In("en"), _shared, model);
        _beside = new PagesBeside(library, _shared);
    }

    private static string Shortened(string text) => text.Length > LongestRead ? text[..LongestRead] : text;

    /// <summary>Builds now what is otherwise built when somebody first types into the search.</summary>
    public void LearnAhead() => _matrix.LearnAhead();

    /// <summary>Builds now what is otherwise built when somebody first asks after a page came beside the matrix.</summary>
    public void Learn(ResponsibilityMatrix page) => _beside.Learn(page);

    /// <param name="text">The message, mentions of the bot taken out.</param>
    /// <param name="before">What the bot answered last in this conversation.</param>
    /// <param name="locale">Language of the person's client ("de-DE"): decides when the words do not tell.</param>
    /// <param name="systems">Names of the systems that are known; null where nobody listed them.</param>
    public Meaning Read(string text, LastAnswer? before = null, string? locale = null, IReadOnlySet<string>? systems = null)
    {
        var read = Shortened(text);
        var (lexicon, isTold) = _shared.Languages.Hear(read, locale);
        var page = before is { Rows: [var row, ..] } ? row.Page : null;
        var slots = _shared.SlotsOf(lexicon).Knowing(systems);
        var evidence = _matrix.EvidenceIn(lexicon.Read(read), slots, page is null ? before : null);
        return _beside.Complete(_matrix.Read(evidence, lexicon, slots), evidence.Sentence, lexicon, page is null ? null : before) with
        {
            TellsLanguage = isTold,
        };
    }

    /// <summary>The same message read by the advice that was given on it.</summary>
    /// <param name="read">What was read of it without advice.</param>
    /// <param name="systems">As for <see cref="Read"/>.</param>
    public Meaning Follow(Advice advice, string text, Meaning read, IReadOnlySet<string>? systems = null) =>
        AdvisedMeaning.Of(advice, read, type =>
        {
            var lexicon = _shared.Languages.Of(Shortened(text), read.Language);
            return _matrix.Wanted(type, lexicon.Read(Shortened(text)), _shared.SlotsOf(lexicon).Knowing(systems));
        });

    /// <summary>What decided how a message was understood, taken for itself.</summary>
    public Explanation Explain(string text)
    {
        var read = Shortened(text);
        var sentence = _shared.Languages.Of(read, locale: null).Read(read);
        var found = sentence.Trade.Concat(sentence.Mood).Concat(sentence.SmallTalk).Concat(sentence.Outside)
            .OrderBy(hit => hit.First).Select(hit => hit.Name).Distinct();
        return new([.. found], _matrix.Likeliest(FeaturesOf(read)));
    }

    /// <summary>What the vocabulary alone makes of a message: the evidence that the model weighs.</summary>
    internal IReadOnlySet<Feature> FeaturesOf(string text)
    {
        var lexicon = _shared.Languages.Of(text, locale: null);
        return MessageFeatures.Of(_matrix.EvidenceIn(lexicon.Read(text), _shared.SlotsOf(lexicon), before: null));
    }

    /// <summary>
    /// The rows that fit what somebody has typed so far, best first: the last word may be half a word. A whole sentence is understood
    /// as one.
    /// </summary>
    /// <param name="locale">As for <see cref="Read"/>.</param>
    public IReadOnlyList<RowMatch> FindRows(string text, string? locale = null)
    {
        var read = Shortened(text);
        var lexicon = _shared.Languages.Of(read, locale);
        var sentence = lexicon.Read(read);
        var typed = _matrix.FindTyped(sentence, lexicon.Language);
        if (sentence.Words.Count < Sentence)
            return typed;

        var meaning = Read(read, locale: locale);
        return [.. meaning.Rows.Select(row => new RowMatch(row, meaning.Party)).Concat(typed).DistinctBy(match => match.Row)];
    }

    /// <summary>The values named in a text that is known to belong to a request, by slot name; empty where it names none.</summary>
    /// <param name="request">Id of the request type: it decides which name is which.</param>
    /// <param name="locale">As for <see cref="Read"/>.</param>
    /// <param name="systems">As for <see cref="Read"/>.</param>
    /// <param name="isContinued">What the request is about is known: the text adds to it or corrects it.</param>
    public IReadOnlyDictionary<string, string> ReadSlots(
        string text, string request, string? locale = null, IReadOnlySet<string>? systems = null, bool isContinued = false)
    {
        var read = Shortened(text);
        var lexicon = _shared.Languages.Of(read, locale);
        return _shared.SlotsOf(lexicon).Knowing(systems).Read(lexicon.Read(read), request, isContinued);
    }

    public void Dispose()
    {
        _matrix.Dispose();
        _beside.Dispose();
        _shared.Dispose();
    }
}
