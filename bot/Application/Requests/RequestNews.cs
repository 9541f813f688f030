using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Requests;

/// <summary>What owners are told about their requests outside a turn, by the keys of the sentences.</summary>
internal static class RequestNews
{
    /// <summary>The desk has it.</summary>
    /// <param name="remark">What it did in another way than it was asked, by key; null for nothing.</param>
    public static Problem Filed(FiledTicket ticket, string? remark = null) =>
        ticket.Number is not { } number ? Problem.Of($"news.filed.{ticket.Desk}")
        : Problem.Of(remark is null ? "news.filed" : $"news.filed.{remark}", ("number", number));

    /// <summary>The desk has not taken it yet; it is tried again.</summary>
    public static Problem InTrouble(bool needsOperator) => new(needsOperator ? "news.desk_closed" : "news.desk_waits");

    /// <summary>The desk did not take the reply.</summary>
    public static Problem ReplyRefused(string reason) => Problem.Of("news.reply_refused", ("reason", reason));

    /// <summary>The desk could not be reached with the reply, tried often enough.</summary>
    public static Problem ReplyFailed() => new("news.reply_failed");

    /// <summary>The desk did not take a file.</summary>
    public static Problem FileRefused(string name, string reason) => Problem.Of("news.file_refused", ("file", name), ("reason", reason));

    /// <summary>The desk could not be reached with a file, tried often enough.</summary>
    public static Problem FileFailed(string name) => Problem.Of("news.file_failed", ("file", name));

    /// <summary>The desk does not take it as it is.</summary>
    public static Problem Refused(string reason) => Problem.Of("news.refused", ("reason", reason));

    /// <summary>What was changed stands in the ticket, or was handed over.</summary>
    public static Problem Amended(FiledTicket ticket) =>
        ticket is { Desk: DeskKind.Webhook or DeskKind.Mail } or { Number: null } ? Problem.Of($"news.amended.{ticket.Desk}")
        : Problem.Of("news.amended", ("number", ticket.Number));

    /// <summary>The desk does not take the change: the ticket stays as it was.</summary>
    public static Problem AmendRefused(string reason) => Problem.Of("news.amend_refused", ("reason", reason));

    /// <summary>The desk does not give the ticket back: it stays filed.</summary>
    public static Problem WithdrawRefused(string reason) => Problem.Of("news.withdraw_refused", ("reason", reason));

    /// <summary>The desk is further with it, or has written something.</summary>
    public static Problem Ticket(FiledTicket ticket) => Of(ticket, $"news.ticket.{ticket.State}", $"news.unnumbered.{ticket.State}");

    /// <summary>The desk wrote something, and did nothing else.</summary>
    public static Problem Noted(FiledTicket ticket) => Of(ticket, "news.ticket_noted", "news.unnumbered_noted");

    /// <summary>The desk works on it again, after it was over.</summary>
    public static Problem Reopened(FiledTicket ticket) => Of(ticket, "news.ticket_reopened", "news.unnumbered_reopened");

    /// <summary>It was withdrawn, and the desk works on it all the same.</summary>
    public static Problem BackToLife(FiledTicket ticket) => Of(ticket, "news.ticket_back_to_life", "news.unnumbered_back_to_life");

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

    /// <summary>What the desk did between two looks at a request; null for nothing that its owner need know.</summary>
    public static Problem? Between(Request before, Request now)
    {
        if (now.Ticket is not { } ticket)
            return null;
        if (before.Ticket is not { } old)
            return Filed(ticket);

        var hasNote = old.Note != ticket.Note;
        var seen = hasNote ? ticket : ticket with { Note = null };
        // Whoever took a request back knows that its ticket is closed.
        if (now.State is RequestState.Withdrawn)
            return IsOver(old) && !IsOver(ticket) ? BackToLife(seen) : null;

        return old.State == ticket.State ? hasNote ? Noted(seen) : null
            : IsOver(old) && !IsOver(ticket) ? Reopened(seen)
            : Ticket(seen);
    }

    private static Problem Of(FiledTicket ticket, string numbered, string unnumbered) => ticket.Number is { } number
        ? Problem.Of(numbered, ("number", number), ("note", ticket.Note ?? ""))
        : Problem.Of(unnumbered, ("note", ticket.Note ?? ""));

    private static bool IsOver(FiledTicket ticket) =>
        ticket.State is TicketState.Resolved or TicketState.Closed or TicketState.Cancelled or TicketState.Gone;
}
