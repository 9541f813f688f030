using System.Globalization;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>Tickets for people at a terminal.</summary>
internal sealed class TicketTables
{
    /// <summary>A file or a program that reads along has no edge at which lines must break.</summary>
    private const int WidthWithoutTerminal = 200;

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings());

    public TicketTables()
    {
        if (Console.IsOutputRedirected)
            _console.Profile.Width = WidthWithoutTerminal;
    }

    public void List(IReadOnlyList<Ticket> tickets) => Write(
        ["Ticket", "Key", "Severity", "State", "Changed (UTC)", "Subject"],
        tickets.Select(ticket => (string?[])[ticket.Number, ticket.Key, SeverityOf(ticket), TicketStateWords.Of(ticket.State), Minute(ticket.ChangedAt), Untagged(ticket)]));

    public void Sheet(Ticket ticket, IReadOnlyList<TicketDeed> deeds, IReadOnlyList<RequestDeed> asked)
    {
        _console.WriteLine($"{ticket.Number}  {ticket.Key}  {TicketStateWords.Of(ticket.State)}  severity {SeverityOf(ticket)}");
        _console.WriteLine(Clean(ticket.Subject));
        _console.WriteLine();
        foreach (var line in ticket.Body.ReplaceLineEndings("\n").Split('\n'))
            _console.WriteLine(Clean(line));

        _console.WriteLine();
        Write(["At the desk (UTC)", "What", "State", "Note"], deeds.Select(deed => (string?[])[Time(deed.At), deed.What, TicketStateWords.Of(deed.State), deed.Note]));
        if (asked.Count > 0)
            Write(["In the chat (UTC)", "What", "By", "Detail"], asked.Select(deed => (string?[])[Time(deed.At), deed.What, deed.ByName, deed.Detail]));
    }

    private void Write(IEnumerable<string> headings, IEnumerable<string?[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(heading).NoWrap());
        table.Columns[^1].NoWrap = false;
        foreach (var row in rows)
            table.AddRow(row.Select(cell => (IRenderable)new Text(Clean(cell ?? ""))));
        _console.Write(table);
    }

    private static string SeverityOf(Ticket ticket) => string.Create(CultureInfo.InvariantCulture, $"{(int)ticket.Severity} {ticket.Severity}");

    // The key stands beside it, and a terminal of 80 columns has no room to say it twice.
    private static string Untagged(Ticket ticket) => ticket.Subject.Replace($"[{ticket.Key}] ", "", StringComparison.Ordinal);

    private static string Minute(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    // What people typed in a chat is not to steer the terminal of whoever reads it.
    private static string Clean(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? '\uFFFD' : sign));
}
