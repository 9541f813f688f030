using System.Globalization;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>Tickets for people at a terminal.</summary>
internal sealed class TicketTables
{
    private readonly Terminal _terminal = new();

    public void List(IReadOnlyList<Ticket> tickets) =>
        _terminal.Table(
            ["Ticket", "Key", "Severity", "State", "Changed (UTC)", "Subject"],
            tickets.Select(ticket =>
                (string?[])
                    [
                        ticket.Number,
                        ticket.Key,
                        SeverityOf(ticket),
                        TicketStateWords.Of(ticket.State),
                        Terminal.Minute(ticket.ChangedAt),
                        Untagged(ticket),
                    ]));

    public void Sheet(
        Ticket ticket,
        IReadOnlyList<TicketFileLine> files,
        IReadOnlyList<TicketAuditEntry> entries,
        IReadOnlyList<RequestAuditEntry> asked)
    {
        _terminal.Line($"{ticket.Number}  {ticket.Key}  {TicketStateWords.Of(ticket.State)}  severity {SeverityOf(ticket)}");
        _terminal.Line(ticket.Subject);
        _terminal.Line("");
        foreach (var line in ticket.Body.ReplaceLineEndings("\n").Split('\n'))
            _terminal.Line(line);

        _terminal.Line("");
        if (files.Count > 0)
            _terminal.Table(
                ["File", "Type", "Bytes", "Came (UTC)"],
                files.Select(file => (string?[])
                    [file.Name, file.ContentType, file.Size.ToString("N0", CultureInfo.InvariantCulture), Terminal.Time(file.At)]));
        _terminal.Table(
            ["At the desk (UTC)", "What", "State", "Note"],
            entries.Select(entry => (string?[])[Terminal.Time(entry.At), entry.What, TicketStateWords.Of(entry.State), entry.Note]));
        if (asked.Count > 0)
            _terminal.Table(
                ["In the chat (UTC)", "What", "By", "Detail"],
                asked.Select(entry => (string?[])[Terminal.Time(entry.At), entry.What, entry.ByName, entry.Detail]));
    }

    private static string SeverityOf(Ticket ticket) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)ticket.Severity} {ticket.Severity}");

    // The key stands beside it, and a terminal of 80 columns has no room to say it twice.
    private static string Untagged(Ticket ticket) => ticket.Subject.Replace($"[{ticket.Key}] ", "", StringComparison.Ordinal);
}
