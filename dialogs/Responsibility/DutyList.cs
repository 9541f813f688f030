using System.Globalization;
using System.Text;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using CsvHelper;
using CsvHelper.Configuration;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>The duties of one side, or of both, as text to paste elsewhere.</summary>
public static class DutyList
{
    private static readonly CsvConfiguration CsvForm = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
    };

    public static string Write(Party side, DutyListFormat format, ResponsibilityMatrix matrix, Phrases words) =>
        format is DutyListFormat.Csv ? Csv(side, matrix, words) : Text(side, matrix, words);

    private static string Text(Party side, ResponsibilityMatrix matrix, Phrases words)
    {
        var text = new StringBuilder(words[$"column.{PartySign.KeyOf(side)}"]).Append('\n').Append(matrix.Title);
        if (matrix.Updated is { } day)
            text.Append(", ").Append(words.Say("matrix.updated", ("date", words.Date(day))));
        text.Append('\n');
        foreach (var row in matrix.Rows.Where(row => (row.Party & side) != Party.None))
        {
            text.Append('\n').Append(NameOf(row)).Append('\n');
            foreach (var duty in Duties(row, side))
                text.Append("- ").Append(side is Party.Both ? $"{Name(duty.Party, words)}: {duty.Text}" : duty.Text).Append('\n');
        }

        return text.ToString();
    }

    private static string Csv(Party side, ResponsibilityMatrix matrix, Phrases words)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, CsvForm);
        Write(words.Several("column.csv"));
        foreach (var row in matrix.Rows.Where(row => (row.Party & side) != Party.None))
        {
            foreach (var duty in Duties(row, side))
                Write([row.Section, TaskOf(row), Name(duty.Party, words), duty.Text]);
        }

        csv.Flush();
        return text.ToString();

        void Write(IEnumerable<string> fields)
        {
            foreach (var field in fields)
                csv.WriteField(field);
            csv.NextRecord();
        }
    }

    // A grid page has a party in its cells and no duties: there the row itself is the duty.
    private static IEnumerable<Duty> Duties(Row row, Party side) =>
        row.Duties.Count > 0 ? row.DutiesOf(side) : [new Duty(row.Party & side, 1, TaskOf(row))];

    private static string TaskOf(Row row) => row.Area is null ? row.Task : $"{row.Task} · {row.Area}";

    private static string NameOf(Row row) => row.Section.Length > 0 ? $"{row.Section} · {TaskOf(row)}" : TaskOf(row);

    private static string Name(Party party, Phrases words) => words.SayOf("party", PartySign.KeyOf(party));
}
