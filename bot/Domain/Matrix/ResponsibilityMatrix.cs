namespace ChatOpsBot.Domain.Matrix;

/// <summary>A responsibilities page as read: who carries what, and where that stands.</summary>
public sealed record ResponsibilityMatrix
{
    public required string Title { get; init; }

    /// <summary>The page's own "last updated" date; null where the page has none.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>Where a person can read the original; null for a page that names no such place.</summary>
    public Uri? Source { get; init; }

    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>What the reader met and could not read.</summary>
    public IReadOnlyList<ReadingWarning> Warnings { get; init; } = [];
}

/// <summary>A place of the page that was not understood.</summary>
/// <param name="Line">Line of the page, from 1.</param>
public sealed record ReadingWarning(int Line, string Message);
