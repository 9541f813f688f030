using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>Finds the rows that a sentence touches: by the cues of the trade file where it speaks about the matrix, by the
/// words of the page itself elsewhere.</summary>
internal interface IRowSearch
{
    /// <summary>The rows touched, best first.</summary>
    IReadOnlyList<Finding> Find(Sentence sentence);
}
