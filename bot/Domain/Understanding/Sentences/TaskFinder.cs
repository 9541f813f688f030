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

        var asked = AskedRows.Of(sentence, rows);
        var whole = mood.IsAboutTheSplit || asked.All(row => row.Duties.Count == 0);
        return Meanings.Of(Intent.Responsibility) with
        {
            Rows = [.. asked.SelectMany(row => row.Beside.Prepend(row.Row))],
            Duties = whole ? [] : [.. asked.SelectMany(row => row.Duties)],
            Party = whole ? SideOf(sentence, mood, asked) : asked.Aggregate(Party.None, (sum, row) => sum | row.Party),
        };
    }

    private static Party SideOf(Sentence sentence, Mood mood, IEnumerable<Finding> asked) =>
        mood.IsAboutTheSplit ? Party.Both
        : sentence.Has("our-part") ? Party.Client
        : sentence.Has("ibm-part") ? Party.Ibm
        : asked.SelectMany(row => row.Beside.Prepend(row.Row)).Aggregate(Party.None, (sum, row) => sum | row.Party);
}
