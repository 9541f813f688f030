using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Recovery;

/// <summary>Has channels hear of a real declaration that nobody has decided in time: as one that was declared, and waits.</summary>
public sealed class ApprovalTimeoutAnnouncer(RecoveryChanges events, RecoveryPolicy policy)
    : IOutboxHandler<OutboxMessage.AnnounceApprovalTimeout>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.AnnounceApprovalTimeout message, CancellationToken cancel)
    {
        var heard = await events.ApplyAsync(
            message.Event,
            (drEvent, now) =>
                drEvent is { State: RecoveryState.Declared, AnnouncedAt: null } && now >= drEvent.WaitsSince + policy.SilentAtMost
                    ? drEvent.Announce(now, policy.Cadence)
                    : null,
            cancel);
        if (heard is not null)
            await events.SendAsync(new OutboxMessage.NotifyDeclarer(heard.Id, Problem.Of("event.news.silence_ended")), cancel);
        return HandlingResult.Done.Instance;
    }
}
