using System.Globalization;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>A request as columns of the table, and a row of it as a ticket.</summary>
internal sealed class ServiceNowMapping(IOptions<ServiceNowOptions> options, ServiceNowStates states)
{
    /// <summary>What stands in the source column of every ticket that the bot made.</summary>
    public const string Source = "ChatOpsBot";

    /// <summary>The close notes of a ticket that its requester took back.</summary>
    public const string Withdrawn = "Withdrawn by its requester.";

    private const string GoesOn = "\n(goes on in the comments)";

    // Within a second the number of changes gives the order: seconds are all that the instance tells.
    private const int MostChanges = 999_999;

    private ServiceNowOptions Settings => options.Value;

    /// <summary>All columns of a new ticket.</summary>
    public IReadOnlyDictionary<string, string> ColumnsOf(TicketDraft ticket)
    {
        var columns = Settings.Columns.ToDictionary(column => column.Name, column => column.Value);
        foreach (var (name, value) in ChangingColumnsOf(ticket))
            columns[name] = value;
        columns[Settings.KeyColumn] = ticket.Key;
        columns[Settings.SourceColumn] = Source;
        if (!string.IsNullOrWhiteSpace(Settings.RequesterColumn))
            columns[Settings.RequesterColumn] = ticket.Requester;
        return columns;
    }

    /// <summary>The columns of what can be changed later.</summary>
    public Dictionary<string, string> ChangingColumnsOf(TicketDraft ticket)
    {
        var (impact, urgency) = UrgencyOf(ticket.Severity);
        var (body, rest) = Split(ticket.Body);
        var columns = new Dictionary<string, string>
        {
            [Settings.SubjectColumn] = ticket.Subject,
            [Settings.BodyColumn] = body,
            ["impact"] = impact,
            ["urgency"] = urgency,
        };
        if (rest.Length > 0)
            columns[ServiceNowComments.Column] = ServiceNowComments.Signed(rest, ticket.Key);
        return columns;
    }

    /// <summary>Whether a row holds a request as it is now.</summary>
    public bool Says(ServiceNowRecord record, TicketDraft ticket) =>
        ChangingColumnsOf(ticket).Where(column => column.Key != ServiceNowComments.Column)
            .All(column => record.Value(column.Key).ReplaceLineEndings("\n") == column.Value.ReplaceLineEndings("\n"));

    public FiledTicket TicketOf(ServiceNowRecord record)
    {
        var (state, word) = states.Read(record);
        var number = record.Value("number");
        return new FiledTicket(number.Length > 0 ? number : record.Id, state, ChangedOf(record))
        {
            Desk = DeskKind.ServiceNow,
            Id = record.Id,
            Word = word,
            Link = new(Settings.ReadAddress()!, $"nav_to.do?uri={Settings.Table}.do%3Fsys_id%3D{Uri.EscapeDataString(record.Id)}"),
        };
    }

    /// <summary>How the desk says that it solved a ticket, in the desk's own column; null where it says nothing.</summary>
    public DeskComment? SolutionOf(ServiceNowRecord record)
    {
        var notes = record.Value("close_notes").Trim();
        if (notes.Length == 0 || notes == Settings.CloseNotes || notes == Withdrawn
            || states.Read(record).State is not (TicketState.Resolved or TicketState.Closed))
            return null;

        var at = record.Value("resolved_at") is { Length: > 0 } resolved ? resolved : record.Value("closed_at");
        return new(ServiceNowRecord.TimeIn(at) ?? record.Updated, By: null, notes);
    }

    public string KeyOf(ServiceNowRecord record) => record.Value(Settings.KeyColumn);

    public bool IsOurs(ServiceNowRecord record) => KeyOf(record).Length > 0 && record.Value(Settings.SourceColumn) == Source;

    private static DateTimeOffset ChangedOf(ServiceNowRecord record) =>
        record.Updated.AddMicroseconds(
            int.TryParse(record.Value("sys_mod_count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? Math.Min(count, MostChanges)
                : 0);

    private (string Impact, string Urgency) UrgencyOf(Severity severity) =>
        Settings.Severities.FirstOrDefault(it => it.Severity == severity) is { } own ? (own.Impact, own.Urgency) : severity switch
        {
            Severity.Critical => ("1", "1"),
            Severity.High => ("2", "1"),
            Severity.Medium => ("2", "2"),
            _ => ("3", "2"),
        };

    // The instance cuts off what does not fit, without a word.
    private (string Body, string More) Split(string body)
    {
        if (body.Length <= Settings.LongestBody)
            return (body, "");

        var most = Settings.LongestBody - GoesOn.Length;
        var at = body.LastIndexOf('\n', most) is > 0 and var line ? line : char.IsHighSurrogate(body[most - 1]) ? most - 1 : most;
        return (body[..at] + GoesOn, body[at..].TrimStart('\n'));
    }
}
