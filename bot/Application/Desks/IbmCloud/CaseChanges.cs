using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>Changes a case for its requester: each looks first how it stands, and whether the change is there already.</summary>
internal sealed class CaseChanges(IbmCases cases, CaseTickets tickets)
{
    /// <summary>IBM has no call that edits a case: what it says now is written below.</summary>
    public Task<DeskAnswer> AmendAsync(string number, TicketDraft draft, CancellationToken cancel) => ChangeAsync(
        number,
        async read => CaseWords.Says(read, draft) ? tickets.Done(read)
            : CaseStates.Read(read.Status) is not CaseStatus.New ? TooLate(read, "changed")
            : await CommentAsync(read, CaseWords.Change(draft), cancel),
        cancel);

    public Task<DeskAnswer> WithdrawAsync(string number, CancellationToken cancel) => ChangeAsync(
        number,
        async read => IsOver(read) && Holds(read, CaseWords.Withdrawn) ? tickets.Done(read)
            : CaseStates.Read(read.Status) is not CaseStatus.New ? TooLate(read, "withdrawn")
            : await ActAsync(read, CaseAction.Drop(CaseWords.Withdrawn), cancel),
        cancel);

    public Task<DeskAnswer> ReplyAsync(string number, DeskReply reply, CancellationToken cancel) => ChangeAsync(
        number,
        async read => Holds(read, $"[{reply.Mark}]") ? tickets.Done(read) : await SayAsync(read, reply, cancel),
        cancel);

    private Task<DeskAnswer> SayAsync(Case read, DeskReply reply, CancellationToken cancel) =>
        (CaseStates.Read(read.Status), reply.Kind) switch
        {
            (CaseStatus.Closed, DeskReplyKind.Accepted) => Task.FromResult<DeskAnswer>(tickets.Done(read)),
            (CaseStatus.Closed, _) => Task.FromResult<DeskAnswer>(
                new DeskAnswer.Refused($"Case {read.Number} is closed. Please start a new request.")),
            (CaseStatus.ResolutionProvided, DeskReplyKind.Accepted) => ActAsync(read, CaseAction.Accept(reply.Comment), cancel),
            // There is nothing left to accept, and a comment without a word would only bring IBM back to it.
            (CaseStatus.Resolved, DeskReplyKind.Accepted) when reply.Text.Length == 0 => Task.FromResult<DeskAnswer>(tickets.Done(read)),
            (not CaseStatus.Resolved, DeskReplyKind.Accepted) => ActAsync(read, CaseAction.Solve(reply.Comment), cancel),
            (CaseStatus.ResolutionProvided or CaseStatus.Resolved, DeskReplyKind.NotSolved) =>
                ActAsync(read, CaseAction.Unresolve(reply.Comment), cancel),
            _ => CommentAsync(read, reply.Comment, cancel),
        };

    private async Task<DeskAnswer> ChangeAsync(string number, Func<Case, Task<DeskAnswer>> change, CancellationToken cancel) =>
        (await cases.ReadAsync(number, cancel)).IsGood(out var read, out var fault)
            ? await change(read with { Number = number })
            : fault.About(number);

    // What IBM makes of the comment is seen with the next look; until then the case is as it was read.
    private async Task<DeskAnswer> CommentAsync(Case read, string text, CancellationToken cancel) =>
        (await cases.CommentAsync(read.Number!, text, cancel)).IsGood(out _, out var fault)
            ? tickets.Done(read)
            : fault.About(read.Number!);

    private async Task<DeskAnswer> ActAsync(Case read, CaseAction action, CancellationToken cancel) =>
        (await cases.ActAsync(read.Number!, action, cancel)).IsGood(out var changed, out var fault)
            ? tickets.Done(changed with { Number = read.Number })
            : fault.About(read.Number!);

    private static bool Holds(Case read, string words) => read.Texts.Any(text => text.Contains(words, StringComparison.Ordinal));

    private static bool IsOver(Case read) => CaseStates.Read(read.Status) is CaseStatus.Resolved or CaseStatus.Closed;

    private static DeskAnswer.Refused TooLate(Case read, string wish) => new(IsOver(read)
        ? $"Case {read.Number} is finished and can no longer be {wish}."
        : $"IBM is already working on case {read.Number}, so it can no longer be {wish}. Ask IBM to stop it.");
}
