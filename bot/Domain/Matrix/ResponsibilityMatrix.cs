namespace ChatOpsBot.Domain.Matrix;

/// <summary>A responsibilities page as read: who carries what, and where that stands.</summary>
public sealed record ResponsibilityMatrix
{
    /// <summary>Short name of a page that lies beside the matrix ("cloud-object-storage"); null for the matrix itself.</summary>
    public string? Name { get; private init; }

    public required string Title { get; init; }

    /// <summary>The page's own "last updated" date; null where the page has none.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>Where a person can read the original; null for a page that names no such place.</summary>
    public Uri? Source { get; init; }

    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>What the reader met and could not read.</summary>
    public IReadOnlyList<ReadingWarning> Warnings { get; init; } = [];

    /// <summary>The same as a page beside the matrix: its rows name it.</summary>
    public ResponsibilityMatrix Named(string name) => this with { Name = name, Rows = [.. Rows.Select(row => row with { Page = name })] };
}

/// <summary>A place of the page that was not understood.</summary>
/// <param name="Line">Line of the page, from 1.</param>
public sealed record ReadingWarning(int Line, string Message);
