using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Understanding;

/// <summary>A question about the responsibilities page of another service, with the answers that are right.</summary>
/// <param name="Page">File name of the page, without its ending.</param>
/// <param name="Right">Any of these is right; null when the page does not tell and the bot should say so.</param>
internal sealed record PageQuestion(string Page, string Text, IReadOnlyList<PageQuestion.Place>? Right)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static PageQuestion Read(string line) => JsonSerializer.Deserialize<PageQuestion>(line, Json)!;

    public bool IsAnsweredBy(Meaning meaning, ResponsibilityMatrix matrix) =>
        Right is null ? meaning.Rows.Count == 0 : Right.Any(place => place.IsMeantBy(meaning, matrix));

    /// <summary>
    /// A row and the side that carries what was asked. The section may be told by a part of it, and the row by its beginning.
    /// </summary>
    /// <param name="Area">Null on a grid page when the question names no area: then every area is to be told, or offered.</param>
    internal sealed record Place(string Row, string? Section, string? Area, Party Party)
    {
        public bool IsMeantBy(Meaning meaning, ResponsibilityMatrix matrix)
        {
            if (meaning.Rows.Count == 0)
                return meaning.DidYouMean.Count > 1 && Area is null && IsEveryArea(meaning.DidYouMean, matrix);
            return IsNamed(meaning.Rows[0]) && meaning.Party == Party
                && (Area is not null || meaning.Rows[0].Area is null || IsEveryArea(meaning.Rows, matrix));
        }

        private bool IsEveryArea(IReadOnlyList<Row> told, ResponsibilityMatrix matrix) =>
            told.All(row => row.Area is not null && IsNamed(row))
                && matrix.Rows.Count(row => row.Section == told[0].Section && row.Task == told[0].Task && row.Area is not null)
                    is var areas && told.Count(row => row.Section == told[0].Section) == areas;

        private bool IsNamed(Row row) =>
            row.Task.StartsWith(Row, StringComparison.OrdinalIgnoreCase) && Holds(row.Section, Section) && Holds(row.Area ?? "", Area);

        private static bool Holds(string name, string? parts) => (parts ?? "").Split(" / ")
            .All(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
