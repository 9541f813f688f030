using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>The buttons that lead from one card to another.</summary>
internal static class MatrixButtons
{
    /// <summary>The number of a page of the matrix; a press without it opens the matrix as a message of its own.</summary>
    public const string Page = "page";

    /// <summary>Id of a request type.</summary>
    public const string Request = "request";

    public static Execute Answer(AnsweredRow row, string title) => new(title, Verbs.ShowAnswer) { Data = RowReference.Data(row) };

    public static Execute WholeRow(AnsweredRow row, Phrases words) =>
        new(words["button.row"], Verbs.ShowRow) { Data = RowReference.Data(row) };

    public static Execute WholeRowNamed(AnsweredRow row, Phrases words) =>
        new(words.Say("button.row_named", ("row", RowDrawing.TitleOf(row.Row))), Verbs.ShowRow) { Data = RowReference.Data(row) };

    public static Execute WholeMatrix(Phrases words) => new(words["button.matrix"], Verbs.ShowMatrix) { IgnoresInputs = true };

    public static Execute Help(Phrases words) => new(words["button.help"], Verbs.ShowHelp) { IgnoresInputs = true };

    public static Execute Start(string request, Phrases words) =>
        new(words.Find($"{request}.start") ?? words["button.start"], Verbs.StartRequest)
        {
            Data = new Dictionary<string, string> { [Request] = request },
        };

    /// <summary>The button to the original page; none when the page names no place on the web.</summary>
    public static IEnumerable<CardAction> OpenPage(ResponsibilityMatrix matrix, Phrases words) =>
        matrix.Source is { } source && OpenUrl.CanOpen(source) ? [new OpenUrl(words.Say("button.page", ("host", source.Host)), source)] : [];
}
