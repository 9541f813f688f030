using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Requests;

/// <summary>What owners are told about their requests outside a turn, by the keys of the sentences.</summary>
internal static class RequestNews
{
    /// <summary>The desk has it.</summary>
    public static Problem Filed(FiledTicket ticket) => Problem.Of("news.filed", ("number", ticket.Number));

    /// <summary>The desk does not take it as it is.</summary>
    public static Problem Refused(string reason) => Problem.Of("news.refused", ("reason", reason));

    /// <summary>What was changed stands in the ticket.</summary>
    public static Problem Amended(FiledTicket ticket) => Problem.Of("news.amended", ("number", ticket.Number));

    /// <summary>The desk does not take the change: the ticket stays as it was.</summary>
    public static Problem AmendRefused(string reason) => Problem.Of("news.amend_refused", ("reason", reason));

    /// <summary>The desk does not give the ticket back: it stays filed.</summary>
    public static Problem WithdrawRefused(string reason) => Problem.Of("news.withdraw_refused", ("reason", reason));

    /// <summary>The desk is further with it, or has written something.</summary>
    public static Problem Ticket(FiledTicket ticket) =>
        Problem.Of($"news.ticket.{ticket.State}", ("number", ticket.Number), ("note", ticket.Note ?? ""));

    /// <summary>A draft nobody went on with.</summary>
    public static Problem Expired() => new("news.expired");

    /// <summary>A change of a filed request nobody went on with: the ticket stays as it was.</summary>
    public static Problem EditExpired() => new("news.edit_expired");

    /// <summary>Some of those who may approve it could not be written to.</summary>
    public static Problem NotReached() => new("news.not_reached");

    /// <summary>Nobody has decided; the role above was asked.</summary>
    public static Problem Escalated() => new("news.escalated");

    /// <summary>Nobody has decided, and there is no role above.</summary>
    public static Problem StillWaiting() => new("news.still_waiting");

    /// <summary>Something was tried in vain too often.</summary>
    public static Problem Undone() => new("news.undone");

    /// <summary>
    /// What the desk did between two looks at a request; null for nothing that its owner need know: whoever took a request back knows
    /// that its ticket is closed.
    /// </summary>
    public static Problem? Between(Request before, Request now) => (before.Ticket, now.Ticket) switch
    {
        (null, { } filed) => Filed(filed),
        ({ } old, { } ticket) when now.State != RequestState.Withdrawn && (old.State != ticket.State || old.Note != ticket.Note) =>
            Ticket(old.Note == ticket.Note ? ticket with { Note = null } : ticket),
        _ => null,
    };
}
