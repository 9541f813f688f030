using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

internal sealed class PageSearch(ResponsibilityMatrix matrix)
{
    public IReadOnlyList<Finding> Find(Sentence sentence) => matrix.Rows.Count == 0 || sentence.Words.Count == 0 ? [] : [];
}
