using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>One row with every duty of both sides.</summary>
public static class RowCard
{
    public static Card Draw(Row row, ResponsibilityMatrix matrix, Phrases words) => CardPages.Fit(length => new Card
    {
        Summary = words.Say("gist", ("row", RowDrawing.TitleOf(row)), ("lead", words.SayOf("lead", PartySign.KeyOf(row.Party)))),
        Language = words.Language,
        Body =
        [
            RowDrawing.Lead(row, row.Party, words),
            .. RowDrawing.Part(Party.Ibm, [.. row.DutiesOf(Party.Ibm)], length, words),
            .. RowDrawing.Part(Party.Client, [.. row.DutiesOf(Party.Client)], length, words),
            RowDrawing.Source(row, matrix, words),
        ],
        Actions =
        [
            .. RequestCatalog.Of(row).Select(request => MatrixButtons.Start(request, words)),
            MatrixButtons.WholeMatrix(words),
            .. MatrixButtons.OpenPage(matrix, words),
        ],
    });
}
