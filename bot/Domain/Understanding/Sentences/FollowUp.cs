using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Reads "and on our side?" by the answer before it.</summary>
internal sealed class FollowUp(ResponsibilityMatrix matrix)
{
    private const int LongestFollowUp = 8;

    public Meaning? Find(Sentence sentence, bool namesATask, LastAnswer? before)
    {
        if (before is null || namesATask || sentence.Words.Count > LongestFollowUp || sentence.Unexplained.Count > 0)
            return null;
        var rows = matrix.Rows.Where(row => before.Rows.Contains(new RowName(row.Section, row.Task, row.Area))).ToList();
        var side = sentence.Has("us") || sentence.Has("our-part") ? Party.Client : sentence.Has("ibm") || sentence.Has("ibm-part") ? Party.Ibm : Party.None;
        if (rows.Count == 0 || (side == Party.None && !sentence.Has("this") && !sentence.Has("who")))
            return null;
        return Meanings.Of(Intent.Responsibility) with
        {
            Rows = rows,
            Party = side == Party.None ? rows.Aggregate(Party.None, (sum, row) => sum | row.Party) : side,
            FollowsUp = true,
        };
    }
}
