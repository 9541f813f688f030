using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Host.Tickets;

/// <summary>What all parts of the desk's pages are drawn with.</summary>
/// <param name="Agent">The name of whoever works there; null in local mode.</param>
/// <param name="FormToken">See <see cref="DeskAgent"/>.</param>
/// <param name="BeginWithin">How long a new ticket may wait until somebody begins.</param>
public sealed record DeskFrame(
    Phrases Words, DeskTimes Times, RequestServices Services, string? Agent, string FormToken, TimeSpan BeginWithin)
{
    public string TypeOf(string type) =>
        Services.Find(type) is { } known ? Services.WordsOf(known, Words.Language).Title : Plain(type);

    public string StateOf(TicketState state) => Words[$"desk.state.{state}"];

    public string RequesterOf(Request? request) =>
        request?.Owner.Name is { Length: > 0 } name ? Plain(name) : Words["desk.unknown"];

    /// <summary>Without the key, which stands beside it.</summary>
    public static string SubjectOf(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return Plain(ticket.Subject.Replace($"[{ticket.Key}] ", "", StringComparison.Ordinal));
    }

    public static bool IsUrgent(Ticket ticket) => ticket is { Severity: Severity.Critical } && TicketSteps.After(ticket.State).Count > 0
        && ticket.State is not TicketState.Resolved;

    /// <summary>Nobody has begun in time.</summary>
    public bool IsOverdue(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket.State is TicketState.New && Times.Now - ticket.CreatedAt >= BeginWithin;
    }

    /// <summary>What somebody wrote, without signs that nobody sees and that turn what stands beside them around.</summary>
    public static string Plain(string text) => PlainText.Of(text).Replace("\u2060", "", StringComparison.Ordinal);
}
