using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Facts;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>The answer to "who handles X?": the side asked for first, then the other side's part, then the source.</summary>
public static class AnswerCard
{
    /// <summary>Rows of one answer at most.</summary>
    public const int MostRows = 5;

    private const int LongestSummary = 250;

    /// <param name="request">Id of the request that goes with the answer; null offers those of the row.</param>
    /// <param name="fact">What another page of the provider tells about it, by its name; null for nothing.</param>
    public static Card Draw(
        IReadOnlyList<AnsweredRow> rows, string? request, string? fact, ResponsibilityMatrix matrix, Phrases words) =>
        CardPages.Most(rows.Count, count => CardPages.Fit(length =>
            Draw([.. rows.Take(count)], [.. Buttons([.. rows.Take(count)], request, matrix, words)], fact, length, matrix, words)));

    /// <summary>The same for a chat in which the bot may be no member: no button of it asks the bot.</summary>
    /// <param name="length">Characters for the duties of one side.</param>
    public static Card DrawToShare(AnsweredRow row, int length, ResponsibilityMatrix matrix, Phrases words) =>
        Draw([row], [.. MatrixButtons.OpenPage(matrix, words)], null, length, matrix, words);

    private static Card Draw(
        IReadOnlyList<AnsweredRow> rows,
        IReadOnlyList<CardAction> buttons,
        string? fact,
        int length,
        ResponsibilityMatrix matrix,
        Phrases words) =>
        new()
        {
            Summary = PlainText.Clip(string.Join(' ', rows.Select(row => SummaryOf(row, words))), LongestSummary),
            Language = words.Language,
            Body =
            [
                .. RowDrawing.PageOf(matrix, words),
                .. rows.SelectMany(row => Block(row, length / rows.Count, matrix, words)),
                .. FactDrawing.Draw(fact, words),
            ],
            Actions = buttons,
        };

    private static IEnumerable<Element> Block(AnsweredRow row, int length, ResponsibilityMatrix matrix, Phrases words) =>
    [
        RowDrawing.Lead(row.Row, row.Asked, row.Confirms, AnswerOf(row), length, words),
        .. OtherSides(row).SelectMany(side => RowDrawing.Part(side, row.DutiesOf(side), length, words)),
        RowDrawing.Source(row.Row, matrix, words),
    ];

    // What one side does stands under its name at once; what is shared is told side by side below.
    private static IReadOnlyList<Duty> AnswerOf(AnsweredRow row) => row.Asked is Party.Ibm or Party.Client ? row.DutiesOf(row.Asked) : [];

    // A grid page has a party in its cells and no duties: there the lead says it all.
    private static IEnumerable<Party> OtherSides(AnsweredRow row) => row switch
    {
        { Row.Duties.Count: 0 } => [],
        { Asked: Party.Client } => [Party.Ibm],
        { Asked: Party.Ibm } => [Party.Client],
        _ => [Party.Ibm, Party.Client],
    };

    private static IEnumerable<CardAction> Buttons(
        IReadOnlyList<AnsweredRow> rows, string? request, ResponsibilityMatrix matrix, Phrases words)
    {
        CardAction[] starts = [.. Requests(rows, request).Select(id => MatrixButtons.Start(id, words))];
        CardAction[] ends = [MatrixButtons.WholeMatrix(matrix, words), .. MatrixButtons.OpenPage(matrix, words)];
        var wholeRows = rows is [var only]
            ? [MatrixButtons.WholeRow(only, words)]
            : rows.Select(row => MatrixButtons.WholeRowNamed(row, words));
        return [.. starts, .. wholeRows.Take(CardLimits.Buttons - starts.Length - ends.Length), .. ends];
    }

    private static IEnumerable<string> Requests(IReadOnlyList<AnsweredRow> rows, string? request)
    {
        if (request is not null)
            return RequestCatalog.IsRequestType(request) ? [request] : [];
        return rows is [var only] ? RequestCatalog.Of(only.Row) : [];
    }

    private static string SummaryOf(AnsweredRow row, Phrases words)
    {
        var lead = RowDrawing.LeadOf(row.Asked, row.Confirms, words);
        var summary = words.Say("summary", ("row", RowDrawing.TitleOf(row.Row)), ("lead", lead));
        return AnswerOf(row) is [var first, ..] ? $"{summary} {first.Text}" : summary;
    }
}
