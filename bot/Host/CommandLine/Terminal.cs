using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>Tables and lines for people at a terminal.</summary>
internal sealed class Terminal
{
    /// <summary>A file or a program that reads along has no edge at which lines must break.</summary>
    private const int WidthWithoutTerminal = 200;

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings());

    public Terminal()
    {
        if (Console.IsOutputRedirected)
            _console.Profile.Width = WidthWithoutTerminal;
    }

    public static string Minute(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public void Line(string text) => _console.WriteLine(Clean(text));

    /// <param name="rows">Their last column alone is broken into lines where the terminal is too narrow.</param>
    public void Table(IEnumerable<string> headings, IEnumerable<string?[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(heading).NoWrap());
        table.Columns[^1].NoWrap = false;
        foreach (var row in rows)
            table.AddRow(row.Select(cell => (IRenderable)new Text(Clean(cell ?? ""))));
        _console.Write(table);
    }

    // What people typed in a chat is not to steer the terminal of whoever reads it.
    private static string Clean(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? '\uFFFD' : sign));
}
