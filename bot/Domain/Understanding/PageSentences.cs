using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Model;
using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Sentences;
using ChatOpsBot.Domain.Understanding.Slots;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>Understands sentences about one page: the matrix, or a page that lies beside it.</summary>
internal sealed class PageSentences : IDisposable
{
    private readonly bool _isOurs;
    private readonly IRowSearch _rows;

    // Of another service; null for the matrix that the trade file speaks about.
    private readonly PageSearch? _page;
    private readonly TypedRows _typed;
    private readonly RequestFinder _requests;
    private readonly FollowUp _followUp;

    // Null for a page that the trade file and the model say nothing about.
    private readonly Judge? _judge;

    /// <param name="model">Asked for where the trade file speaks about the matrix; null for the vocabulary alone.</param>
    public PageSentences(ResponsibilityMatrix matrix, SharedVocabulary shared, Func<SentenceModel>? model)
    {
        Matrix = matrix;
        _isOurs = shared.Trade.SpeaksAbout(matrix);
        _page = _isOurs ? null : new PageSearch(matrix, shared.PageWords, shared.Languages.InEnglish);
        _rows = (IRowSearch?)_page ?? new CueSearch(shared.Trade, matrix);
        _typed = new TypedRows(_rows, shared.Files);
        _requests = new RequestFinder(shared.Trade, matrix);
        _followUp = new FollowUp(matrix);
        _judge = _isOurs && model is not null ? new Judge(model(), _requests, matrix) : null;
    }

    public ResponsibilityMatrix Matrix { get; }

    /// <summary>Builds now what is otherwise built when somebody first types into the search.</summary>
    public void LearnAhead() => _typed.LearnAhead();

    public Meaning Read(Evidence evidence, Lexicon lexicon, SlotReader slots)
    {
        var meaning = _judge?.Decide(evidence, slots) ?? Meanings.ByWordsAlone(evidence.First);
        var complete = _isOurs ? MeaningCompletion.Complete(meaning, evidence.Sentence) : WithRealSide(meaning);
        return complete with { Language = lexicon.Language, Page = Matrix.Name };
    }

    public Evidence EvidenceIn(Sentence sentence, SlotReader slots, LastAnswer? before)
    {
        var mood = new Mood(sentence);
        var rows = _rows.Find(sentence);
        return new(sentence, mood, rows, ByVocabulary(sentence, mood, rows, before, slots));
    }

    /// <summary>A request that is known to be wanted, with what the sentence says of it.</summary>
    public Meaning Wanted(string request, Sentence sentence, SlotReader slots) => _requests.Wanted(request, sentence, slots);

    public IReadOnlyList<(string Label, double Share)> Likeliest(IReadOnlySet<Feature> features) => _judge?.Likeliest(features) ?? [];

    /// <summary>The rows that fit what was typed so far, the last word of which may be half a word; best first.</summary>
    public IReadOnlyList<RowMatch> FindTyped(Sentence sentence, string language) => _typed.Find(sentence, language);

    // "Is that on our side?" about what is IBM's: the page tells whose it is, whatever was supposed.
    private static Meaning WithRealSide(Meaning meaning)
    {
        var sides = meaning.Rows.Aggregate(Party.None, (sum, row) => sum | row.Party);
        return meaning.Rows.Count > 0 && (meaning.Party & sides) is Party.None ? meaning with { Party = sides } : meaning;
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

    public void Dispose()
    {
        _typed.Dispose();
        _page?.Dispose();
    }
}
