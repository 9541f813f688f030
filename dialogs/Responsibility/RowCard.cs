using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>One row with every duty of both sides, and the way to the answer that told less of it.</summary>
public static class RowCard
{
    public static Card Draw(AnsweredRow answered, ResponsibilityMatrix matrix, Phrases words) =>
        CardPages.Fit(length => Draw(answered.Row, MatrixButtons.Answer(answered, words["button.answer"]), length, matrix, words));

    private static Card Draw(Row row, Execute shortAnswer, int length, ResponsibilityMatrix matrix, Phrases words) => new()
    {
        Summary = words.Say("summary", ("row", RowDrawing.TitleOf(row)), ("lead", words.SayOf("lead", PartySign.KeyOf(row.Party)))),
        Language = words.Language,
        Body =
        [
            .. RowDrawing.PageOf(matrix, words),
            RowDrawing.Lead(row, row.Party, Confirmation.None, [], length, words),
            .. RowDrawing.Part(Party.Ibm, [.. row.DutiesOf(Party.Ibm)], length, words),
            .. RowDrawing.Part(Party.Client, [.. row.DutiesOf(Party.Client)], length, words),
            RowDrawing.Source(row, matrix, words),
        ],
        Actions =
        [
            .. RequestCatalog.Of(row).Select(request => MatrixButtons.Start(request, words)),
            shortAnswer,
            MatrixButtons.WholeMatrix(matrix, words),
            .. MatrixButtons.OpenPage(matrix, words),
        ],
    };
}
