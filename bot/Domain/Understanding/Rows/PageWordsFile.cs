namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>The file of words that mean the same as it is written. Its head comment explains it.</summary>
internal sealed class PageWordsFile
{
    /// <summary>Words of the titles and file names of such pages that are no part of a service's name.</summary>
    public List<string> Title { get; init; } = [];

    public List<List<string>> Same { get; init; } = [];
}
