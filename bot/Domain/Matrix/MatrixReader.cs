namespace ChatOpsBot.Domain.Matrix;

/// <summary>Reads a responsibilities page.</summary>
public static class MatrixReader
{
    public static ResponsibilityMatrix Read(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var lines = page.Split('\n');
        var rows = lines.Select((line, index) => Read(line, index)).OfType<Row>().ToList();
        return new()
        {
            Title = Named(lines, "# ") ?? "",
            Updated = DateOnly.TryParse(Named(lines, "lastupdated:")?.Trim('"'), System.Globalization.CultureInfo.InvariantCulture, out var date) ? date : null,
            Source = Uri.TryCreate(Named(lines, "source:"), UriKind.Absolute, out var source) ? source : null,
            Rows = [.. rows.Select(row => row with { Section = Named(lines, "## ") ?? "" })],
        };
    }

    private static string? Named(string[] lines, string start) =>
        lines.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..].Trim();

    private static Row? Read(string line, int index)
    {
        var cells = line.Split('|').Select(cell => cell.Trim()).ToArray();
        if (cells.Length != 5 || cells[1] is "Task" || cells[1].StartsWith('-'))
            return null;
        Duty[] duties = [.. Duties(Party.Ibm, cells[2]), .. Duties(Party.Client, cells[3])];
        return new() { Section = "", Task = cells[1], Duties = duties, Line = index + 1, Party = duties.Aggregate(Party.None, (all, duty) => all | duty.Party) };
    }

    private static IEnumerable<Duty> Duties(Party party, string cell) =>
        cell.Split("<br><br>").Select((text, index) => new Duty(party, index + 1, text));
}
