using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Host.Delivery;

/// <summary>What owners are told about their requests outside a turn, by the keys of its sentences. Each has the value <c>key</c>.</summary>
internal static class RequestNews
{
    /// <summary>The desk has it.</summary>
    public static Problem Filed(Request request, FiledTicket ticket) => Of("news.filed", request, ("number", ticket.Number));

    /// <summary>The desk does not take it as it is.</summary>
    public static Problem Refused(Request request, string reason) => Of("news.refused", request, ("reason", reason));

    /// <summary>What was changed stands in the ticket.</summary>
    public static Problem Amended(Request request, FiledTicket ticket) => Of("news.amended", request, ("number", ticket.Number));

    /// <summary>The desk does not take the change: the ticket stays as it was.</summary>
    public static Problem AmendRefused(Request request, string reason) => Of("news.amend_refused", request, ("reason", reason));

    /// <summary>The desk does not give the ticket back: it stays filed.</summary>
    public static Problem WithdrawRefused(Request request, string reason) => Of("news.withdraw_refused", request, ("reason", reason));

    public static Problem Ticket(Request request, FiledTicket ticket) =>
        Of($"news.ticket.{ticket.State}", request, ("number", ticket.Number), ("note", ticket.Note ?? ""));

    /// <summary>A draft nobody went on with.</summary>
    public static Problem Expired(Request request) => Of("news.expired", request);

    /// <summary>A change of a filed request nobody went on with: the ticket stays as it was.</summary>
    public static Problem EditExpired(Request request) => Of("news.edit_expired", request);

    /// <summary>Some of those who may approve it could not be written to.</summary>
    public static Problem NotReached(Request request, int missing, int total) =>
        Of("news.not_reached", request, ("missing", $"{missing}"), ("total", $"{total}"));

    /// <summary>Nobody has decided; the role above was asked.</summary>
    public static Problem Escalated(Request request) => Of("news.escalated", request);

    /// <summary>Nobody has decided, and there is no role above.</summary>
    public static Problem StillWaiting(Request request) => Of("news.still_waiting", request);

    /// <summary>Something was tried in vain too often: <c>news.given_up.amend</c>, <c>.withdraw</c>, <c>.ask</c>.</summary>
    public static Problem GivenUp(Request request, string what) => Of($"news.given_up.{what}", request);

    private static Problem Of(string key, Request request, params ReadOnlySpan<(string Name, string Value)> values) =>
        Problem.Of(key, [("key", request.Key), .. values]);
}
