using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>The duties of a side as text in a field, from which every client lets people copy it as it is.</summary>
public static class DutyListCard
{
    // Of the written list, so that even a matrix of many pages leaves a card that can be sent; our own needs a third of it.
    private const int Longest = 16_000;

    public static Card Draw(Party side, DutyListFormat format, ResponsibilityMatrix matrix, Phrases words)
    {
        var list = DutyList.Write(side, format, matrix, words);
        var title = words[$"column.{PartySign.KeyOf(side)}"];
        return CardPages.Fit(length => new()
        {
            Summary = title,
            Language = words.Language,
            Body =
            [
                CardLayout.Title(title),
                .. RowDrawing.PageOf(matrix, words),
                .. list.Length > Shown(length) ? CardLayout.Notes([words["column.cut"]]) : [],
                new TextInput("list", words["column.copy"]) { Value = Cut(list, Shown(length)), IsMultiline = true },
            ],
            Actions =
            [
                .. side is Party.Both ? Array.Empty<CardAction>() : [MatrixButtons.ColumnOf(matrix, side, words)],
                MatrixButtons.WholeMatrix(matrix, words),
                .. MatrixButtons.OpenPage(matrix, words),
            ],
        });
    }

    // The steps of Fit, from 2000 down, as shares of the longest list.
    private static int Shown(int length) => Longest * length / 2000;

    // Never half a line.
    private static string Cut(string list, int length) =>
        list.Length <= length ? list : list[..(list.LastIndexOf('\n', length - 1) + 1)];
}
