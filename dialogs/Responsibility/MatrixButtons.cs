using System.Globalization;
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

    /// <summary>Short name of a page beside the matrix; without it the matrix itself is meant.</summary>
    public const string Of = "of";

    /// <summary>The side whose column is meant: "Ibm", "Client", or "Both".</summary>
    public const string Side = "party";

    /// <summary>How a list of duties is written: "Text" or "Csv".</summary>
    public const string Format = "format";

    /// <summary>Id of a request type.</summary>
    public const string Request = "request";

    public static Execute Answer(AnsweredRow row, string title) => new(title, Verbs.ShowAnswer) { Data = RowReference.Data(row) };

    public static Execute WholeRow(AnsweredRow row, Phrases words) =>
        new(words["button.row"], Verbs.ShowRow) { Data = RowReference.Data(row) };

    public static Execute WholeRowNamed(AnsweredRow row, Phrases words) =>
        new(words.Say("button.row_named", ("row", RowDrawing.TitleOf(row.Row))), Verbs.ShowRow) { Data = RowReference.Data(row) };

    public static Execute WholeMatrix(Phrases words) => new(words["button.matrix"], Verbs.ShowMatrix) { IgnoresInputs = true };

    /// <summary>The same for the page that an answer is from.</summary>
    public static Execute WholeMatrix(ResponsibilityMatrix matrix, Phrases words) =>
        new(words["button.matrix"], Verbs.ShowMatrix) { Data = DataOf(matrix), IgnoresInputs = true };

    /// <summary>The data of a button to a page of the whole matrix.</summary>
    public static (string Verb, Dictionary<string, string> Data) MatrixPage(ResponsibilityMatrix matrix, int page) =>
        (Verbs.ShowMatrix, DataOf(matrix, (Page, Number(page))));

    /// <summary>The data of a button to a page of one side's column.</summary>
    public static (string Verb, Dictionary<string, string> Data) Column(ResponsibilityMatrix matrix, Party side, int page) =>
        (Verbs.ShowColumn, DataOf(matrix, (Side, side.ToString()), (Page, Number(page))));

    /// <summary>Opens a side's column as a message of its own.</summary>
    public static Execute ColumnOf(ResponsibilityMatrix matrix, Party side, Phrases words) =>
        new(words[$"column.{PartySign.KeyOf(side)}"], Verbs.ShowColumn)
        {
            Data = DataOf(matrix, (Side, side.ToString())),
            IgnoresInputs = true,
        };

    /// <summary>Writes the duties of a side down, as text to copy.</summary>
    public static Execute List(ResponsibilityMatrix matrix, Party side, DutyListFormat format, Phrases words) =>
        new(words[format is DutyListFormat.Csv ? "button.csv" : "button.text"], Verbs.ListDuties)
        {
            Data = DataOf(matrix, (Side, side.ToString()), (Format, format.ToString())),
            IgnoresInputs = true,
        };

    /// <summary>The buttons to the page before and the page after.</summary>
    public static IEnumerable<CardAction> Turns(
        int page, int pages, Phrases words, Func<int, (string Verb, Dictionary<string, string> Data)> to)
    {
        if (page > 1)
            yield return Turn(words["button.previous"], to(page - 1));
        if (page < pages)
            yield return Turn(words["button.next"], to(page + 1));
    }

    private static Execute Turn(string title, (string Verb, Dictionary<string, string> Data) to) => new(title, to.Verb) { Data = to.Data };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static Execute Help(Phrases words) => new(words["button.help"], Verbs.ShowHelp) { IgnoresInputs = true };

    public static Execute Start(string request, Phrases words) =>
        new(words.Find($"{request}.start") ?? words["button.start"], Verbs.StartRequest)
        {
            Data = new Dictionary<string, string> { [Request] = request },
        };

    /// <summary>The button to the original page; none when the page names no place on the web.</summary>
    public static IEnumerable<CardAction> OpenPage(ResponsibilityMatrix matrix, Phrases words) =>
        matrix.Source is { } source && OpenUrl.CanOpen(source)
            ? [new OpenUrl(words.Say("button.page", ("host", source.Host)), source)]
            : [];

    private static Dictionary<string, string> DataOf(ResponsibilityMatrix matrix, params (string Key, string Value)[] values)
    {
        var data = values.ToDictionary(pair => pair.Key, pair => pair.Value);
        if (matrix.Name is { } name)
            data[Of] = name;
        return data;
    }
}
