using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>The answer to "who handles X?": the side asked for first, then the other side's part, then the source.</summary>
public static class AnswerCard
{
    /// <summary>Rows of one answer at most; the others are a press away.</summary>
    public const int MostRows = 3;

    private const int GistLength = 200;

    /// <param name="request">Id of the request that goes with the answer; null offers those of the row.</param>
    public static Card Draw(IReadOnlyList<AnsweredRow> rows, string? request, ResponsibilityMatrix matrix, Phrases words) => CardPages.Fit(length => new Card
    {
        Summary = string.Join(' ', rows.Select(row => GistOf(row, words))),
        Language = words.Language,
        Body = [.. rows.SelectMany(row => Block(row, length / rows.Count, matrix, words))],
        Actions = [.. Starts(rows, request, words), .. Leads(rows, matrix, words)],
    });

    private static IEnumerable<Element> Block(AnsweredRow row, int length, ResponsibilityMatrix matrix, Phrases words) =>
    [
        RowDrawing.Lead(row.Row, row.Asked, words),
        .. Sides(row).SelectMany(side => RowDrawing.Part(side, row.DutiesOf(side), length, words)),
        RowDrawing.Source(row.Row, matrix, words),
    ];

    // A grid page has a party in its cells and no duties: there the lead says it all.
    private static IEnumerable<Party> Sides(AnsweredRow row)
    {
        if (row.Row.Duties.Count == 0)
            return [];
        return row.Asked is Party.Client ? [Party.Client, Party.Ibm] : [Party.Ibm, Party.Client];
    }

    private static IEnumerable<CardAction> Starts(IReadOnlyList<AnsweredRow> rows, string? request, Phrases words)
    {
        if (request is not null)
            return RequestCatalog.Knows(request) ? [MatrixButtons.Start(request, words)] : [];
        return rows is [var only] ? RequestCatalog.Of(only.Row).Select(id => MatrixButtons.Start(id, words)) : [];
    }

    private static IEnumerable<CardAction> Leads(IReadOnlyList<AnsweredRow> rows, ResponsibilityMatrix matrix, Phrases words) =>
    [
        .. rows is [var only]
            ? [MatrixButtons.WholeRow(only.Row, only.Asked, words)]
            : rows.Select(row => MatrixButtons.WholeRowNamed(row.Row, row.Asked, words)),
        MatrixButtons.WholeMatrix(words),
        .. MatrixButtons.OpenPage(matrix, words),
    ];

    private static string GistOf(AnsweredRow row, Phrases words)
    {
        var gist = words.Say("gist", ("row", RowDrawing.TitleOf(row.Row)), ("lead", words.SayOf("lead", PartySign.KeyOf(row.Asked))));
        return row.Asked is Party.Ibm or Party.Client && row.DutiesOf(row.Asked) is [var first, ..]
            ? PlainText.Clip($"{gist} {first.Text}", GistLength)
            : gist;
    }
}
