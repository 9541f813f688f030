using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>Something that is done to a case of its own, and how often it was done.</summary>
internal sealed record DeskActions(Func<Task<DeskAnswer>> DoAsync, Func<int> Effects)
{
    private const string Open = "open";
    private const string Amend = "amend";
    private const string Withdraw = "withdraw";
    private const string Answer = "answer";
    private const string Accept = "accept";
    private const string Reject = "reject";
    private const string Attach = "attach";

    /// <summary>The calls that each makes.</summary>
    public static IReadOnlyDictionary<string, string[]> Calls { get; } = new Dictionary<string, string[]>
    {
        [Open] = ["token", "list", "create"],
        [Amend] = ["token", "read", "comment"],
        [Withdraw] = ["read", "status"],
        [Answer] = ["read", "comment"],
        [Accept] = ["read", "status"],
        [Reject] = ["read", "status"],
        [Attach] = ["token", "read", "attach"],
    };

    public static async Task<DeskActions> PrepareAsync(IbmBench bench, string action, int number)
    {
        var key = $"RST-{number:D6}";
        if (action == Open)
            return new(
                () => bench.OpenAsync(IbmBench.Restore(key)),
                () => bench.Ibm.Cases.Count(one => one.Subject.Contains(key, StringComparison.Ordinal)));

        var ticket = await bench.FiledAsync(key, StatusBefore(action));
        var changed = IbmBench.Restore(key) with { Body = "LPAR: LPAR2" };
        Func<Task<DeskAnswer>> act = action switch
        {
            Amend => () => bench.Desk.AmendAsync(ticket, changed, IbmBench.Cancel),
            Withdraw => () => bench.Desk.WithdrawAsync(ticket, IbmBench.Cancel),
            Answer => () => SayAsync(DeskReplyKind.Answer, "PRODLIB"),
            Attach => () => bench.Desk.AttachAsync(ticket, IbmBench.JobLog(key), IbmBench.Cancel),
            Accept => () => SayAsync(DeskReplyKind.Accepted, ""),
            _ => () => SayAsync(DeskReplyKind.NotSolved, "Still empty."),
        };
        return new(act, () => action == Attach ? bench.Case(ticket).Attachments.Count : bench.Case(ticket).Comments.Count);

        Task<DeskAnswer> SayAsync(DeskReplyKind kind, string text) =>
            bench.Desk.ReplyAsync(ticket, new($"m-{number}", kind, text, "Ana"), IbmBench.Cancel);
    }

    private static string? StatusBefore(string action) => action switch
    {
        Answer => "Waiting on client",
        Accept or Reject => "Resolution provided",
        _ => null,
    };
}
