using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Pages;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>Understands what a person says about the duties of one matrix. Pure and safe for many threads.</summary>
public sealed class SentenceReader : IDisposable
{
    /// <summary>Least that a row must score to be answered with; below it the bot asks back.</summary>
    private const double Bar = 0.9;

    /// <summary>From here on a row is so clearly meant that a soft word from outside ("the invoicing job") does not count.</summary>
    private const double Clear = 1.35;

    private const int MostSuggestions = 4;

    // Words between two tasks that are named side by side.
    private const int WidestGap = 3;

    // Outside whatever else is said: nobody asks for a backup of an iPhone by mistake.
    private static readonly string[] FirmSubjects = ["other-platform", "billing", "licensing", "passwords", "facilities", "hardware", "how-to"];

    private readonly Languages _languages;
    private readonly RowFinder _rows;
    private readonly PageSearch _search;
    private readonly RequestFinder _requests;
    private readonly FollowUp _followUp;
    private readonly SecondOpinion _secondOpinion;

    public SentenceReader(ResponsibilityMatrix matrix)
    {
        var trade = new Trade.TradeCues(Embedded.Trade());
        _languages = new Languages(Embedded.Vocabularies());
        _rows = new RowFinder(trade, matrix);
        _search = new PageSearch(matrix, _languages.InEnglish.WordsOfConcepts);
        _requests = new RequestFinder(trade, matrix);
        _followUp = new FollowUp(matrix);
        _secondOpinion = new SecondOpinion(new Examples.Likeness(Embedded.Examples()), matrix);
    }

    /// <param name="text">The message, mentions of the bot taken out.</param>
    /// <param name="before">What the bot answered last in this conversation.</param>
    /// <param name="locale">Language of the person's client ("de-DE"): decides when the words do not tell.</param>
    public Meaning Read(string text, LastAnswer? before = null, string? locale = null)
    {
        var lexicon = _languages.Of(text, locale);
        var sentence = lexicon.Read(text);
        var mood = new Mood(sentence);
        var rows = _rows.KnowsThisMatrix ? _rows.Find(sentence) : _search.Find(sentence);
        var meaning = SmallTalkOf(sentence, rows)
            ?? (KnownFromElsewhere(rows) ? null : OutsideOf(sentence, firmly: true))
            ?? _requests.Find(sentence, mood, lexicon.Slots)
            ?? (rows.Count > 0 && rows[0].Score >= Clear ? null : OutsideOf(sentence, firmly: false))
            ?? WholeMatrix(sentence, rows)
            ?? _followUp.Find(sentence, rows.Any(row => row.Score >= Bar), before)
            ?? Responsibility(sentence, mood, rows);
        if (_rows.KnowsThisMatrix)
            meaning = _secondOpinion.On(meaning, sentence, mood, rows, lexicon.Slots);
        return meaning with { Language = lexicon.Language };
    }

    public void Dispose()
    {
        _languages.Dispose();
        _search.Dispose();
    }

    private static Meaning? SmallTalkOf(Sentence sentence, IReadOnlyList<Finding> rows)
    {
        if (sentence.SmallTalk.Count == 0)
            return sentence.Words.Count == 0 ? New(Intent.SmallTalk) with { SmallTalk = SmallTalk.Greeting } : null;
        bool Covered(int at) => sentence.SmallTalk.Any(hit => hit.First <= at && at < hit.End);
        var rest = Enumerable.Range(0, sentence.Words.Count).Where(at => !Covered(at)).ToList();
        if (rest.Any(at => !sentence.FunctionWords.Contains(sentence.Words[at].Token.Plain)))
            return null;
        if (rest.Count > 0 && rows.Any(row => row.Score >= Bar && row.FirstWord >= 0 && rest.Contains(row.FirstWord)))
            return null;

        // "hi, who are you?" is about the second half.
        var kind = sentence.SmallTalk.OrderBy(hit => hit.Name is "greeting" or "acknowledgement").ThenByDescending(hit => hit.Length).First();
        return New(Intent.SmallTalk) with { SmallTalk = Enum.Parse<SmallTalk>(kind.Name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true) };
    }

    // "OpenShift" is outside the IBM i matrix and inside an OpenShift one.
    private bool KnownFromElsewhere(IReadOnlyList<Finding> rows) => !_rows.KnowsThisMatrix && rows.Count > 0 && rows[0].Score >= Bar;

    private static Meaning? OutsideOf(Sentence sentence, bool firmly)
    {
        var subject = sentence.Outside.FirstOrDefault(hit => hit.Name != "harmless" && (!firmly || FirmSubjects.Contains(hit.Name))).Name;
        return subject is null ? null : New(Intent.Unknown) with { Outside = subject };
    }

    private static Meaning? WholeMatrix(Sentence sentence, IReadOnlyList<Finding> rows) =>
        sentence.Has("whole-matrix") && !rows.Any(row => row.Score >= Bar)
            ? New(Intent.Responsibility) with { WholeMatrix = true, Party = Party.Both }
            : null;

    private static Meaning Responsibility(Sentence sentence, Mood mood, IReadOnlyList<Finding> rows)
    {
        if (rows.Count == 0)
        {
            var named = sentence.Unexplained.Count > 0 || !mood.Asks;
            return New(named ? Intent.Unknown : Intent.Responsibility);
        }

        if (rows[0].Score < Bar)
        {
            return New(sentence.Unexplained.Count > 0 ? Intent.Unknown : Intent.Responsibility) with
            {
                DidYouMean = [.. rows.Take(MostSuggestions).Select(row => row.Row)],
            };
        }

        var asked = AskedRows(sentence, rows);
        var whole = mood.IsAboutTheSplit || asked.All(row => row.Duties.Count == 0);
        return New(Intent.Responsibility) with
        {
            Rows = [.. asked.Select(row => row.Row)],
            Duties = whole ? [] : [.. asked.SelectMany(row => row.Duties)],
            Party = whole ? SideOf(sentence, mood, asked) : asked.Aggregate(Party.None, (sum, row) => sum | row.Party),
        };
    }

    private static Party SideOf(Sentence sentence, Mood mood, IEnumerable<Finding> asked) =>
        mood.IsAboutTheSplit ? Party.Both
        : sentence.Has("our-part") ? Party.Client
        : sentence.Has("ibm-part") ? Party.Ibm
        : asked.Aggregate(Party.None, (sum, row) => sum | row.Row.Party);

    // Several rows are asked about only when they are named side by side: "monitoring and performance".
    private static List<Finding> AskedRows(Sentence sentence, IReadOnlyList<Finding> rows) =>
        [rows[0], .. rows.Skip(1).Where(row => row.Score >= Bar
            && !row.Concepts.Intersect(rows[0].Concepts).Any()
            && rows.Any(other => other != row && other.Score >= Bar && (SideBySide(sentence, other, row) || AskedApart(sentence, other, row))))];

    // "Who applies PTFs, and who declares DR?"
    private static bool AskedApart(Sentence sentence, Finding one, Finding other) =>
        sentence.Mood.Where(hit => hit.Name == "who").Any(who =>
            Math.Min(one.FirstWord, other.FirstWord) > FirstWho(sentence) && (one.LastWord <= who.First && who.First < other.FirstWord || other.LastWord <= who.First && who.First < one.FirstWord));

    private static int FirstWho(Sentence sentence) => sentence.Mood.First(hit => hit.Name == "who").First;

    private static bool SideBySide(Sentence sentence, Finding one, Finding other)
    {
        var (end, start) = one.FirstWord < other.FirstWord ? (one.LastWord, other.FirstWord) : (other.LastWord, one.FirstWord);
        return start > end && start - end <= WidestGap && Enumerable.Range(end, start - end).Any(at =>
            sentence.Mood.Any(hit => hit.Name == "conjunction" && hit.First == at) || sentence.CommaBefore(at + 1));
    }

    internal static Meaning New(Intent intent) => new() { Language = "", Intent = intent };
}
