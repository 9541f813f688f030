using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>Asks which row is meant instead of guessing.</summary>
public static class AskBackCard
{
    private const int MostButtons = 5;

    // Names of rows are short; more than this would not be read anyway.
    private const int MostChoices = 64;

    /// <summary>"Did you mean ...", with a button for each row.</summary>
    public static Card DidYouMean(IReadOnlyList<Row> rows, Party asked, Phrases words) => new()
    {
        Summary = words.Say("ask.gist", ("rows", string.Join(" · ", rows.Take(MostButtons).Select(RowDrawing.TitleOf)))),
        Language = words.Language,
        Body = [Heading(words["ask.did_you_mean"]), new TextBlock(words["ask.pick"]) { Spacing = Spacing.Small }],
        Actions =
        [
            .. rows.Take(MostButtons).Select(row => MatrixButtons.Answer(row, asked, TitleOf(row, rows))),
            MatrixButtons.Help(words),
        ],
    };

    /// <summary>"Which task?", with every row of the matrix to choose from.</summary>
    public static Card WhichTask(ResponsibilityMatrix matrix, Party asked, Phrases words)
    {
        var rows = matrix.Rows.Take(MostChoices).ToList();
        var list = new ChoiceInput(RowReference.Chosen, words["ask.label"], [.. rows.Select(row => new Choice(TitleOf(row, rows), RowReference.ChoiceOf(row)))])
        {
            Placeholder = words["ask.placeholder"],
            IsRequired = true,
            ErrorMessage = words["ask.missing"],
        };
        return new()
        {
            Summary = words["ask.which"],
            Language = words.Language,
            Body = [Heading(words["ask.which"]), list],
            Actions =
            [
                new Execute(words["button.show"], Verbs.ShowAnswer) { Data = RowReference.AskedOnly(asked) },
                MatrixButtons.WholeMatrix(words),
                MatrixButtons.Help(words),
            ],
        };
    }

    private static TextBlock Heading(string text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true };

    // Pages repeat a task per section: then the section has to be told.
    private static string TitleOf(Row row, IReadOnlyList<Row> rows)
    {
        var title = RowDrawing.TitleOf(row);
        return rows.Count(other => RowDrawing.TitleOf(other) == title) > 1 ? $"{title} ({PlainText.Clip(row.Section, 100)})" : title;
    }
}
