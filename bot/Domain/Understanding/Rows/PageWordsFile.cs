namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>The file of words that mean the same as it is written. Its head comment explains it.</summary>
internal sealed class PageWordsFile
{
    public List<List<string>> Same { get; init; } = [];
}
