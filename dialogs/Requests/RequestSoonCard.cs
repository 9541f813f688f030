using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Says plainly that the bot cannot start a request yet, and what to do until it can.</summary>
public static class RequestSoonCard
{
    /// <param name="row">The row the request belongs to, with the duties the wish touches; null when the matrix has none.</param>
    /// <param name="slots">Values said along the way, as typed.</param>
    public static Card Draw(string? request, AnsweredRow? row, IReadOnlyDictionary<string, string> slots, ResponsibilityMatrix matrix, Phrases words) =>
        CardPages.Fit(length => new Card
        {
            Summary = words.Say("request.gist", ("request", words.SayOf("request", request))),
            Language = words.Language,
            Body =
            [
                new Container(
                    new TextBlock(words.SayOf("request", request)) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true },
                    new TextBlock(words["request.soon"]) { Spacing = Spacing.Small })
                {
                    Style = ContainerStyle.Emphasis,
                    Bleed = true,
                },
                HelpDrawing.Heading(words["request.now"]),
                new TextBlock(words["request.ticket"]) { Spacing = Spacing.Small },
                .. UnderstoodSlots.Draw(slots, words),
                .. row is null ? [] : RowDrawing.Part(Party.Client, row.DutiesOf(Party.Client), length, words),
                .. row is null ? Array.Empty<Element>() : [RowDrawing.Source(row.Row, matrix, words)],
            ],
            Actions = [.. Buttons(row, matrix, words)],
        });

    private static IEnumerable<CardAction> Buttons(AnsweredRow? row, ResponsibilityMatrix matrix, Phrases words) =>
    [
        .. row is null ? Array.Empty<CardAction>() : [MatrixButtons.WholeRow(row, words)],
        MatrixButtons.WholeMatrix(words),
        .. MatrixButtons.OpenPage(matrix, words),
    ];
}
