using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>What is to be done outside because a DR event is new or has changed.</summary>
public static class RecoveryErrands
{
    /// <param name="before">As it stood; null for a new one.</param>
    public static IEnumerable<Errand> After(RecoveryEvent? before, RecoveryEvent now, RecoveryPolicy policy)
    {
        yield return new Errand.RedrawEvent(now.Id);
        if (now.State is RecoveryState.Declared && (before?.State is not RecoveryState.Declared || before.WaitsSince != now.WaitsSince))
            yield return new Errand.AskAuthorities(now.Id, now.WaitsSince, 1);
        if (WaitsUnheard(now) && !(before is not null && WaitsUnheard(before)))
            yield return new Errand.EndSilence(now.Id) { Due = now.WaitsSince + policy.SilentAtMost };
        if (now.AnnouncedAt is not null && now.NextUpdate is { } promised && (before?.AnnouncedAt is null || before.NextUpdate != promised))
        {
            yield return new Errand.PromptUpdate(now.Id, promised) { Due = promised - policy.PromptBefore };
            yield return new Errand.MissUpdate(now.Id, promised) { Due = promised };
        }
    }

    private static bool WaitsUnheard(RecoveryEvent happening) =>
        happening is { Kind: RecoveryKind.UnplannedFailover, State: RecoveryState.Declared, AnnouncedAt: null };
}
