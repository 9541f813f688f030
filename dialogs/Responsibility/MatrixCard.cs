using System.Globalization;
using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>
/// The whole matrix as a table of two columns, IBM and the client, below the name of each row: a third one for the name could not be
/// read on a phone.
/// </summary>
public static class MatrixCard
{
    private const int MostRows = 10;
    private const int CellLength = 2000;
    private const int MostTitles = 10;

    // What half the column of a phone holds.
    private const int LongestWord = 18;

    /// <summary>One page, from 1; null for a page that does not exist.</summary>
    /// <param name="beside">Pages of other services, which are told of.</param>
    public static Card? Draw(int page, ResponsibilityMatrix matrix, IReadOnlyList<ResponsibilityMatrix> beside, Phrases words)
    {
        var pages = CardPages.Split(matrix.Rows, MostRows, rows => Draw(rows, 1, 1, CellLength, matrix, beside, words));
        return page >= 1 && page <= pages.Count
            ? CardPages.Fit(length => Draw(pages[page - 1], page, pages.Count, length, matrix, beside, words))
            : null;
    }

    private static Card Draw(
        IReadOnlyList<Row> rows,
        int page,
        int pages,
        int length,
        ResponsibilityMatrix matrix,
        IReadOnlyList<ResponsibilityMatrix> beside,
        Phrases words) =>
        new()
        {
            Summary = words.Say("matrix.summary", ("count", matrix.Rows.Count.ToString(CultureInfo.InvariantCulture))),
            Language = words.Language,
            Body =
            [
                CardLayout.Title(words["matrix.title"]),
                .. RowDrawing.PageOf(matrix, words),
                Subtitle(page, pages, matrix, words),
                .. rows.SelectMany((row, index) => Draw(row, IsNewSection(rows, index), length, words)),
                .. Beside(beside, words),
            ],
            Actions =
            [
                .. MatrixButtons.Turns(page, pages, words, number => MatrixButtons.MatrixPage(matrix, number)),
                MatrixButtons.List(matrix, Party.Both, DutyListFormat.Text, words),
                MatrixButtons.List(matrix, Party.Both, DutyListFormat.Csv, words),
                .. MatrixButtons.OpenPage(matrix, words),
            ],
        };

    private static IEnumerable<Element> Beside(IReadOnlyList<ResponsibilityMatrix> beside, Phrases words)
    {
        if (beside.Count == 0)
            yield break;
        var titles = string.Join(
            ", ", beside.Take(MostTitles).Select(page => words.Say("page.title", ("title", PlainText.Clip(page.Title, 100)))));
        if (beside.Count > MostTitles)
            titles = words.Say("page.more", ("titles", titles), ("count", Number(beside.Count - MostTitles)));
        yield return new RichText(new TextRun(words.Say("matrix.beside", ("titles", titles))) { IsSubtle = true })
        {
            Separator = true,
            Spacing = Spacing.Medium,
        };
    }

    /// <summary>The date of the page, and which part of the card is shown.</summary>
    internal static TextBlock Subtitle(int page, int pages, ResponsibilityMatrix matrix, Phrases words)
    {
        List<string> parts = [];
        if (matrix.Updated is { } day)
            parts.Add(words.Say("matrix.updated", ("date", words.Date(day))));
        if (pages > 1)
            parts.Add(words.Say("matrix.page", ("page", Number(page)), ("pages", Number(pages))));
        return new(parts.Count > 0 ? string.Join(" · ", parts) : PlainText.Clip(matrix.Title, 200))
        {
            IsSubtle = true,
            Spacing = Spacing.None,
        };
    }

    private static IEnumerable<Element> Draw(Row row, bool withSection, int length, Phrases words)
    {
        if (withSection && row.Section.Length > 0)
            yield return new RichText(new TextRun(PlainText.Clip(row.Section, 200)) { IsSubtle = true, Weight = TextWeight.Bolder })
            {
                Spacing = Spacing.Medium,
            };
        yield return new RichText(new TextRun(RowDrawing.TitleOf(row)) { Size = TextSize.Medium, Weight = TextWeight.Bolder })
        {
            Separator = true,
            Spacing = Spacing.Medium,
        };
        yield return row.Duties.Count == 0
            ? new RichText(Name(row.Party, words)) { Spacing = Spacing.Small }
            : Sides(row, length, words);
    }

    // Clients cut a word that is wider than its column.
    private static Element Sides(Row row, int length, Phrases words)
    {
        var fit = row.Duties.All(duty => duty.Text.Split(' ').All(word => word.Length <= LongestWord));
        var (ibm, client) = (Side(Party.Ibm, row, length, words), Side(Party.Client, row, length, words));
        return fit
            ? new ColumnSet(ibm, client) { Spacing = Spacing.Small }
            : new Container([.. ibm.Items, .. client.Items]) { Spacing = Spacing.Small };
    }

    private static Column Side(Party side, Row row, int length, Phrases words) => new(
    [
        new RichText(Name(side, words)),
        .. row.DutiesOf(side).Any()
            ? RowDrawing.Lines(row.DutiesOf(side), length)
            : [new TextBlock("–") { IsSubtle = true, Spacing = Spacing.Small }],
    ])
    { Stretches = true };

    private static TextRun Name(Party party, Phrases words) => new(RowDrawing.NameOf(party, words)) { Weight = TextWeight.Bolder };

    private static bool IsNewSection(IReadOnlyList<Row> rows, int index) => index == 0 || rows[index].Section != rows[index - 1].Section;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
