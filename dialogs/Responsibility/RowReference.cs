using System.Globalization;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>How buttons name a row, and the side of it that was asked for.</summary>
internal static class RowReference
{
    /// <summary>Key of a row that was chosen from a list, in one value.</summary>
    public const string Chosen = "row";

    private const string Section = "section";
    private const string Task = "task";
    private const string Area = "area";
    private const string Repeat = "repeat";
    private const string Asked = "party";
    private const string Touched = "duties";

    public static RowName Name(this Row row) => RowName.Of(row);

    public static Dictionary<string, string> Data(AnsweredRow answered)
    {
        var row = answered.Row;
        Dictionary<string, string> data = new() { [Section] = row.Section, [Task] = row.Task, [Asked] = answered.Asked.ToString() };
        if (row.Area is not null)
            data[Area] = row.Area;
        if (row.Page is not null)
            data[MatrixButtons.Of] = row.Page;
        if (row.Repeat > 0)
            data[Repeat] = Number(row.Repeat);
        if (answered.Touched.Count > 0)
            data[Touched] = string.Join(' ', answered.Touched.Select(NameOf));
        return data;
    }

    /// <summary>Data of a button whose row is chosen from a list.</summary>
    public static Dictionary<string, string> AskedOnly(Party asked) => new() { [Asked] = asked.ToString() };

    /// <summary>The row that data from outside names; null when it names none.</summary>
    public static RowName? NameIn(IReadOnlyDictionary<string, string> data)
    {
        if (data.TryGetValue(Chosen, out var chosen))
            return ChosenIn([.. chosen.Split('|').Select(Uri.UnescapeDataString)]);
        return data.TryGetValue(Section, out var section) && data.TryGetValue(Task, out var task)
            ? new(section, task, data.GetValueOrDefault(Area))
            {
                Page = data.GetValueOrDefault(MatrixButtons.Of),
                Repeat = RepeatIn(data.GetValueOrDefault(Repeat)),
            }
            : null;
    }

    /// <summary>The side asked for; <see cref="Party.None"/> when the data names none.</summary>
    public static Party AskedIn(IReadOnlyDictionary<string, string> data) =>
        Enum.TryParse<Party>(data.GetValueOrDefault(Asked), out var party) && Enum.IsDefined(party) ? party : Party.None;

    /// <summary>The duties of the row that the data names; one that the row does not have any more is left out.</summary>
    public static IReadOnlyList<Duty> TouchedIn(IReadOnlyDictionary<string, string> data, Row row) =>
        data.GetValueOrDefault(Touched)?.Split(' ') is { } names ? [.. row.Duties.Where(duty => names.Contains(NameOf(duty)))] : [];

    /// <summary>A row's name as the single value of a list of choices.</summary>
    public static string ChoiceOf(Row row)
    {
        string[] all = [row.Section, row.Task, row.Area ?? "", row.Page ?? "", row.Repeat > 0 ? Number(row.Repeat) : ""];
        return string.Join('|', all.Select(Uri.EscapeDataString)).TrimEnd('|');
    }

    private static RowName? ChosenIn(string[] parts) => parts.Length is < 2 or > 5
        ? null
        : new(parts[0], parts[1], Part(parts, 2)) { Page = Part(parts, 3), Repeat = RepeatIn(Part(parts, 4)) };

    private static string? Part(string[] parts, int at) => parts.Length > at && parts[at].Length > 0 ? parts[at] : null;

    private static int RepeatIn(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var repeat) ? repeat : 0;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(Duty duty) => string.Create(CultureInfo.InvariantCulture, $"{duty.Party}{duty.Number}");
}
