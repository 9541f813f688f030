using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Host.Recovery;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Who does which errand.</summary>
public sealed class ErrandDoer(
    TicketOpening opening,
    TicketAmending amending,
    TicketWithdrawing withdrawing,
    Redrawing redrawing,
    Telling telling,
    ApproverAsking asking,
    DraftExpiry expiry,
    Reminding reminding,
    EventErrands events,
    ApprovalPolicy policy)
{
    public Task<ErrandEnd> DoAsync(Errand errand, CancellationToken cancel) => errand switch
    {
        Errand.OpenTicket open => opening.DoAsync(open, cancel),
        Errand.AmendTicket amend => amending.DoAsync(amend, cancel),
        Errand.WithdrawTicket withdraw => withdrawing.DoAsync(withdraw, cancel),
        Errand.Redraw redraw => redrawing.DoAsync(redraw, cancel),
        Errand.Tell tell => telling.DoAsync(tell, cancel),
        Errand.ExpireDraft expire => expiry.DoAsync(expire, cancel),
        Errand.Remind remind => reminding.DoAsync(remind, cancel),
        _ when ApproverRound.Of(errand, policy) is { } round => asking.DoAsync(round, cancel),
        _ when events.Do(errand, cancel) is { } doing => doing,
        _ => throw new InvalidOperationException($"Nobody does {errand.GetType().Name}."),
    };

    /// <summary>Before an errand is given up: its owner learns of it, where there is something to learn.</summary>
    public Task GiveUpAsync(Errand errand, CancellationToken cancel) => errand switch
    {
        Errand.AmendTicket => amending.GiveUpAsync(errand.About, cancel),
        Errand.WithdrawTicket => withdrawing.GiveUpAsync(errand.About, cancel),
        _ when ApproverRound.Of(errand, policy) is { } round => asking.GiveUpAsync(round, cancel),
        _ => Task.CompletedTask,
    };
}
