using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>Says first that nothing was started or announced, then what to do now. Never pretends.</summary>
public static class DeclarationCard
{
    /// <param name="row">The row of disaster recovery; null when the matrix has none.</param>
    /// <param name="slots">Values said along the way, as typed.</param>
    public static Card Draw(Row? row, IReadOnlyDictionary<string, string> slots, ResponsibilityMatrix matrix, Phrases words) =>
        CardPages.Fit(length => new Card
        {
            Summary = words["declaration.gist"],
            Language = words.Language,
            Body =
            [
                new Container(
                    new TextBlock("⚠ " + words["declaration.nothing"]) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true },
                    new TextBlock(words["declaration.cannot"]) { Spacing = Spacing.Small })
                {
                    Style = ContainerStyle.Attention,
                    Bleed = true,
                },
                HelpDrawing.Heading(words["declaration.now"]),
                Step(words["declaration.ticket"]),
                Step(words["declaration.tell"]),
                .. UnderstoodSlots.Draw(slots, words),
                .. row is null ? [] : RowDrawing.Part(Party.Client, [.. row.DutiesOf(Party.Client)], length, words),
                .. row is null ? [] : RowDrawing.Part(Party.Ibm, [.. row.DutiesOf(Party.Ibm)], length, words),
                .. row is null ? Array.Empty<Element>() : [RowDrawing.Source(row, matrix, words)],
            ],
            Actions = [.. Buttons(matrix, words)],
        });

    // A number at the start of a text block would have to be escaped, and not every client takes that back.
    private static RichText Step(string text) => new(new TextRun(text)) { Spacing = Spacing.Small };

    private static IEnumerable<CardAction> Buttons(ResponsibilityMatrix matrix, Phrases words) =>
        [MatrixButtons.WholeMatrix(words), .. MatrixButtons.OpenPage(matrix, words)];
}
