using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatOpsBot.Domain.Matrix;

/// <summary>What the reader made of a page, for a script (<see cref="ToJson"/>) or for a person (<see cref="ToText"/>).</summary>
public sealed record MatrixReport(
    string Title,
    DateOnly? Updated,
    IReadOnlyList<MatrixReport.ReportedRow> Rows,
    IReadOnlyList<ReadingWarning> Warnings)
{
    /// <summary>Letters of every language as they are: the text goes to a console, never into a web page.</summary>
    private static readonly MatrixReportJson Json = new(new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    public static MatrixReport Of(ResponsibilityMatrix matrix) =>
        new(matrix.Title, matrix.Updated, [.. matrix.Rows.Select(ReportedRow.Of)], matrix.Warnings);

    /// <summary>One JSON object on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json.MatrixReport);

    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Title}");
        text.AppendLine(
            CultureInfo.InvariantCulture, $"Last updated: {Updated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "not said"}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Rows.Count} rows, {Warnings.Count} warnings");
        foreach (var section in Rows.GroupBy(row => row.Section))
        {
            text.AppendLine();
            text.AppendLine(section.Key);
            foreach (var row in section)
                text.AppendLine(
                    CultureInfo.InvariantCulture, $"  {row.Party ?? "nobody",-6}  {row.Task}{(row.Area is null ? "" : " / " + row.Area)}");
        }

        if (Warnings.Count > 0)
            text.AppendLine();
        foreach (var warning in Warnings)
            text.AppendLine(CultureInfo.InvariantCulture, $"line {warning.Line}: {warning.Message}");
        return text.ToString();
    }

    /// <summary>A row as scripts see it.</summary>
    /// <param name="Ibm">The statements of IBM's column, one a line; null where there is none.</param>
    /// <param name="Party">"ibm", "client", "both", or null where nobody is named.</param>
    public sealed record ReportedRow(string Section, string Task, string? Ibm, string? Client, string? Area, string? Party)
    {
        internal static ReportedRow Of(Row row) => new(
            row.Section,
            row.Task,
            row.TextOf(Matrix.Party.Ibm),
            row.TextOf(Matrix.Party.Client),
            row.Area,
            row.Party == Matrix.Party.None ? null : row.Party.ToString().ToLowerInvariant());
    }
}

[JsonSerializable(typeof(MatrixReport))]
internal sealed partial class MatrixReportJson : JsonSerializerContext;
