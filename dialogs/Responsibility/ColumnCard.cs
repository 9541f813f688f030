using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>Everything that one side does: its column of the matrix, row by row.</summary>
public static class ColumnCard
{
    private const int MostRows = 15;
    private const int CellLength = 2000;

    /// <summary>One page, from 1; null for a page that does not exist.</summary>
    public static Card? Draw(Party side, int page, ResponsibilityMatrix matrix, Phrases words)
    {
        var rows = matrix.Rows.Where(row => row.Party.HasFlag(side)).ToList();
        var pages = CardPages.Split(rows, MostRows, some => Draw(side, some, 1, 1, CellLength, matrix, words));
        return page >= 1 && page <= pages.Count
            ? CardPages.Fit(length => Draw(side, pages[page - 1], page, pages.Count, length, matrix, words))
            : null;
    }

    private static Card Draw(
        Party side, IReadOnlyList<Row> rows, int page, int pages, int length, ResponsibilityMatrix matrix, Phrases words)
    {
        var title = words[$"column.{PartySign.KeyOf(side)}"];
        return new()
        {
            Summary = title,
            Language = words.Language,
            Body =
            [
                CardLayout.Title($"{PartySign.MarkOf(side)} {title}"),
                .. RowDrawing.PageOf(matrix, words),
                MatrixCard.Subtitle(page, pages, matrix, words),
                .. rows.SelectMany(row => Draw(side, row, length, words)),
            ],
            Actions =
            [
                .. MatrixButtons.Turns(page, pages, words, number => MatrixButtons.Column(matrix, side, number)),
                MatrixButtons.List(matrix, side, DutyListFormat.Text, words),
                MatrixButtons.List(matrix, side, DutyListFormat.Csv, words),
                MatrixButtons.WholeMatrix(matrix, words),
                .. MatrixButtons.OpenPage(matrix, words).Take(pages > 2 ? 0 : 1),
            ],
        };
    }

    // A grid page has a party in its cells and no duties.
    private static IEnumerable<Element> Draw(Party side, Row row, int length, Phrases words) =>
    [
        new RichText(new TextRun(RowDrawing.TitleOf(row)) { Weight = TextWeight.Bolder }) { Separator = true, Spacing = Spacing.Medium },
        .. row.Duties.Count > 0 ? RowDrawing.Lines(row.DutiesOf(side), length)
            : row.Party is Party.Both ? [new TextBlock(words["column.shared"]) { IsSubtle = true, Spacing = Spacing.Small }]
            : Array.Empty<Element>(),
    ];
}
