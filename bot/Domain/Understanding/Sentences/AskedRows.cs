using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Tells the rows a sentence asks about from those it merely brushes.</summary>
internal static class AskedRows
{
    // Words between two tasks that are named side by side.
    private const int WidestGap = 3;

    /// <summary>The best row, and those named beside it ("monitoring and performance") or asked about on their own
    /// ("who applies PTFs, and who declares DR?").</summary>
    public static List<Finding> Of(Sentence sentence, IReadOnlyList<Finding> rows)
    {
        var named = rows.Where(row => row.Score >= TaskFinder.Bar).ToList();
        return [rows[0], .. named.Where(row => row != rows[0]
            && !row.Concepts.Intersect(rows[0].Concepts).Any()
            && (LeadsItsOwnQuestion(row, named) || named.Any(other => other != row && AreSideBySide(sentence, other, row))))];
    }

    private static bool LeadsItsOwnQuestion(Finding row, List<Finding> rows) =>
        row.Question != rows[0].Question && rows.First(other => other.Question == row.Question) == row;

    private static bool AreSideBySide(Sentence sentence, Finding one, Finding other)
    {
        var (end, start) = one.FirstWord < other.FirstWord ? (one.LastWord, other.FirstWord) : (other.LastWord, one.FirstWord);
        return start > end && start - end <= WidestGap
            && !sentence.Mood.Any(hit => hit.Name == "who" && end <= hit.First && hit.First < start)
            && Enumerable.Range(end, start - end).Any(at => IsJoint(sentence, at));
    }

    private static bool IsJoint(Sentence sentence, int at) =>
        sentence.Mood.Any(hit => hit.Name == "conjunction" && hit.First == at) || sentence.CommaBefore(at + 1);
}
