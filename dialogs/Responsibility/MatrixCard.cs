using System.Globalization;
using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>The whole matrix, row below row: a table of three columns cannot be read on a phone.</summary>
public static class MatrixCard
{
    private const int MostRows = 10;
    private const int CellLength = 2000;

    /// <summary>One page, from 1; null for a page that does not exist.</summary>
    public static Card? Draw(int page, ResponsibilityMatrix matrix, Phrases words)
    {
        var pages = CardPages.Split(matrix.Rows, MostRows, rows => Draw(rows, 1, 1, CellLength, matrix, words));
        return page >= 1 && page <= pages.Count
            ? CardPages.Fit(length => Draw(pages[page - 1], page, pages.Count, length, matrix, words))
            : null;
    }

    private static Card Draw(IReadOnlyList<Row> rows, int page, int pages, int length, ResponsibilityMatrix matrix, Phrases words) => new()
    {
        Summary = words.Say("matrix.summary", ("count", matrix.Rows.Count.ToString(CultureInfo.InvariantCulture))),
        Language = words.Language,
        Body =
        [
            new TextBlock(words["matrix.title"]) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true },
            Subtitle(page, pages, matrix, words),
            .. rows.SelectMany((row, index) => Draw(row, IsNewSection(rows, index), length, words)),
        ],
        Actions = [.. Turns(page, pages, words), .. MatrixButtons.OpenPage(matrix, words)],
    };

    private static TextBlock Subtitle(int page, int pages, ResponsibilityMatrix matrix, Phrases words)
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
        if (row.Duties.Count == 0)
            yield return new RichText(Name(row.Party, words)) { Spacing = Spacing.Small };
        foreach (var side in new[] { Party.Ibm, Party.Client }.Where(side => row.DutiesOf(side).Any()))
        {
            var duties = string.Join(' ', RowDrawing.Clipped(row.DutiesOf(side), length).Select(Ended));
            yield return new RichText(Name(side, words), new TextRun(": " + duties)) { Spacing = Spacing.Small };
        }
    }

    private static TextRun Name(Party party, Phrases words) => new(RowDrawing.NameOf(party, words)) { Weight = TextWeight.Bolder };

    private static IEnumerable<CardAction> Turns(int page, int pages, Phrases words)
    {
        if (page > 1)
            yield return Turn(page - 1, words["button.previous"]);
        if (page < pages)
            yield return Turn(page + 1, words["button.next"]);
    }

    private static Execute Turn(int page, string title) =>
        new(title, Verbs.ShowMatrix) { Data = new Dictionary<string, string> { [MatrixButtons.Page] = Number(page) } };

    private static bool IsNewSection(IReadOnlyList<Row> rows, int index) => index == 0 || rows[index].Section != rows[index - 1].Section;

    // Duties stand in one paragraph here, so each has to end.
    private static string Ended(string duty) => duty.Length > 0 && char.IsPunctuation(duty[^1]) ? duty : duty + ".";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
