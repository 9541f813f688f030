using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Tells which tasks a question is about, and whose they are.</summary>
internal static class TaskFinder
{
    /// <summary>Least that a row must score to be answered with; below it the bot asks back.</summary>
    public const double Bar = 0.9;

    private const int MostSuggestions = 4;

    // Words between two tasks that are named side by side.
    private const int WidestGap = 3;

    public static Meaning? WholeMatrix(Sentence sentence, IReadOnlyList<Finding> rows) =>
        sentence.Has("whole-matrix") && !rows.Any(row => row.Score >= Bar)
            ? Meanings.Of(Intent.Responsibility) with { WholeMatrix = true, Party = Party.Both }
            : null;

    public static Meaning Responsibility(Sentence sentence, Mood mood, IReadOnlyList<Finding> rows)
    {
        if (rows.Count == 0)
        {
            var named = sentence.Unexplained.Count > 0 || !mood.Asks;
            return Meanings.Of(named ? Intent.Unknown : Intent.Responsibility);
        }

        if (rows[0].Score < Bar)
        {
            return Meanings.Of(sentence.Unexplained.Count > 0 ? Intent.Unknown : Intent.Responsibility) with
            {
                DidYouMean = [.. rows.Take(MostSuggestions).Select(row => row.Row)],
            };
        }

        var asked = AskedRows(sentence, rows);
        var whole = mood.IsAboutTheSplit || asked.All(row => row.Duties.Count == 0);
        return Meanings.Of(Intent.Responsibility) with
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
        return start > end && !sentence.Mood.Any(hit => hit.Name == "who" && end <= hit.First && hit.First < start) && start - end <= WidestGap && Enumerable.Range(end, start - end).Any(at =>
            sentence.Mood.Any(hit => hit.Name == "conjunction" && hit.First == at) || sentence.CommaBefore(at + 1));
    }
}
