using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Domain.Outbox;

/// <summary>What is to be done outside because a DR event is new or has changed.</summary>
public static class RecoveryMessages
{
    /// <param name="before">As it stood; null for a new one.</param>
    public static IEnumerable<OutboxMessage> After(RecoveryEvent? before, RecoveryEvent now, RecoveryPolicy policy)
    {
        yield return new OutboxMessage.RedrawEvent(now.Id);
        if (now.State is RecoveryState.Declared && (before?.State is not RecoveryState.Declared || before.WaitsSince != now.WaitsSince))
            yield return new OutboxMessage.AskAuthorities(now.Id, now.WaitsSince, 1);
        if (WaitsUnheard(now) && !(before is not null && WaitsUnheard(before)))
            yield return new OutboxMessage.AnnounceApprovalTimeout(now.Id) { Due = now.WaitsSince + policy.SilentAtMost };
        if (now.AnnouncedAt is not null && now.NextUpdate is { } promised && (before?.AnnouncedAt is null || before.NextUpdate != promised))
        {
            yield return new OutboxMessage.PromptUpdate(now.Id, promised) { Due = promised - policy.PromptBefore };
            yield return new OutboxMessage.MissUpdate(now.Id, promised) { Due = promised };
        }
    }

    private static bool WaitsUnheard(RecoveryEvent drEvent) =>
        drEvent is { Kind: RecoveryKind.UnplannedFailover, State: RecoveryState.Declared, AnnouncedAt: null };
}
