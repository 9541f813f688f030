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
    public static Card DidYouMean(IReadOnlyList<Row> rows, Party asked, Phrases words) =>
        CardPages.Most(MostButtons, count => DidYouMean([.. rows.Take(count)], asked, rows, words));

    /// <summary>"Which task?", with the rows of the matrix to choose from.</summary>
    public static Card WhichTask(ResponsibilityMatrix matrix, Party asked, Phrases words) =>
        CardPages.Most(MostChoices, count => WhichTask([.. matrix.Rows.Take(count)], matrix, asked, words));

    private static Card DidYouMean(IReadOnlyList<Row> offered, Party asked, IReadOnlyList<Row> all, Phrases words) =>
        new()
        {
            Summary = words.Say("ask.summary", ("rows", string.Join(" · ", offered.Select(RowDrawing.TitleOf)))),
            Language = words.Language,
            Body = [Heading(words["ask.did_you_mean"]), new TextBlock(words["ask.pick"]) { Spacing = Spacing.Small }],
            Actions =
            [
                .. offered.Select(row => MatrixButtons.Answer(AnsweredRow.Of(row, asked), TitleOf(row, all))),
                MatrixButtons.Help(words),
            ],
        };

    private static Card WhichTask(IReadOnlyList<Row> offered, ResponsibilityMatrix matrix, Party asked, Phrases words) => new()
    {
        Summary = words["ask.which"],
        Language = words.Language,
        Body = [Heading(words["ask.which"]), .. RowDrawing.PageOf(matrix, words), Choice(offered, words)],
        Actions =
        [
            new Execute(words["button.show"], Verbs.ShowAnswer) { Data = RowReference.AskedOnly(asked) },
            MatrixButtons.WholeMatrix(matrix, words),
            MatrixButtons.Help(words),
        ],
    };

    private static ChoiceInput Choice(IReadOnlyList<Row> rows, Phrases words) =>
        new(RowReference.Chosen, words["ask.label"], [.. rows.Select(row => new Choice(TitleOf(row, rows), RowReference.ChoiceOf(row)))])
        {
            Placeholder = words["ask.placeholder"],
            IsRequired = true,
            ErrorMessage = words["ask.missing"],
        };

    private static TextBlock Heading(string text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true };

    // Pages repeat a task per section: then the section has to be told, and of another service's row its page.
    private static string TitleOf(Row row, IReadOnlyList<Row> rows)
    {
        var title = RowDrawing.TitleOf(row);
        if (row.Page is not null && rows.Any(other => other.Page != row.Page))
            return $"{title} ({PlainText.Clip(row.Page, 100)})";
        return rows.Count(other => RowDrawing.TitleOf(other) == title) > 1 ? $"{title} ({PlainText.Clip(row.Section, 100)})" : title;
    }
}
