using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Reads "and on our side?" by the answer before it.</summary>
internal sealed class FollowUp(ResponsibilityMatrix matrix)
{
    private const int LongestFollowUp = 8;

    /// <summary>"Why?", "where does it say that?": the rows of the answer before, whole, with where they stand.</summary>
    public Meaning? FindDoubt(Sentence sentence, bool namesATask, LastAnswer? before) =>
        before is not null && sentence.Has("explain") && CanLean(sentence, namesATask) && RowsOf(before) is { Count: > 0 } rows
            ? Leaning(rows, before.Party)
            : null;

    public Meaning? Find(Sentence sentence, bool namesATask, LastAnswer? before)
    {
        if (before is null || !CanLean(sentence, namesATask))
            return null;
        var rows = RowsOf(before);
        var side =
            sentence.Has("us") || sentence.Has("our-part") ? Party.Client
            : sentence.Has("ibm") || sentence.Has("ibm-part") ? Party.Ibm
            : Party.None;
        if (rows.Count == 0 || (side == Party.None && !sentence.Has("this") && !sentence.Has("who")))
            return null;
        return Leaning(rows, side);
    }

    private static bool CanLean(Sentence sentence, bool namesATask) =>
        !namesATask && sentence.Words.Count <= LongestFollowUp && sentence.Unexplained.Count == 0;

    private List<Row> RowsOf(LastAnswer before) =>
        [.. matrix.Rows.Where(row => before.Rows.Contains(RowName.Of(row)))];

    private static Meaning Leaning(List<Row> rows, Party side) => Meanings.Of(Intent.Responsibility) with
    {
        Rows = rows,
        Party = side == Party.None ? rows.Aggregate(Party.None, (sum, row) => sum | row.Party) : side,
        FollowsUp = true,
    };
}
