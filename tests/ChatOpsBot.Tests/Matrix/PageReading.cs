using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Tests.Matrix;

/// <summary>Short ways to read a page, or a part of one, in a test.</summary>
internal static class PageReading
{
    public static ResponsibilityMatrix Page(string text) => MatrixReader.Read(text);

    /// <summary>A page with one section and one table of the usual columns, holding these lines.</summary>
    public static ResponsibilityMatrix Table(params string[] lines) => Page($"""
        # Your responsibilities
        ## Backups
        | Task | IBM responsibilities | Your responsibilities |
        |---|---|---|
        {string.Join('\n', lines)}
        """);

    /// <summary>The statements read from one cell of IBM's column.</summary>
    public static string[] Cell(string cell) =>
        [
            .. (Assert.Single(Table($"| Task | {cell} | x |").Rows).TextOf(Party.Ibm) ?? "").Split(
                '\n', StringSplitOptions.RemoveEmptyEntries),
        ];

    public static string[] Shape(this ResponsibilityMatrix matrix) =>
        [.. matrix.Rows.Select(row => $"{row.Task}{(row.Area is null ? "" : " @ " + row.Area)}: {row.Party}")];

    public static string[] Complaints(this ResponsibilityMatrix matrix) =>
        [.. matrix.Warnings.Select(warning => $"{warning.Line}: {warning.Message}")];
}
