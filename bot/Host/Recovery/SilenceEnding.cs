using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Delivery;

namespace ChatOpsBot.Host.Recovery;

/// <summary>Has channels hear of a real declaration that nobody has decided in time: as one that was declared, and waits.</summary>
public sealed class SilenceEnding(RecoveryChanges events, RecoveryPolicy policy)
{
    public async Task<ErrandEnd> DoAsync(Errand.EndSilence errand, CancellationToken cancel)
    {
        var heard = await events.ApplyAsync(
            errand.Event,
            (happening, now) => happening is { State: RecoveryState.Declared, AnnouncedAt: null } && now >= happening.WaitsSince + policy.SilentAtMost ? happening.Announce(now, policy.Cadence) : null,
            cancel);
        if (heard is not null)
            await events.SendAsync(new Errand.TellDeclarer(heard.Id, Problem.Of("event.news.silence_ended")), cancel);
        return ErrandEnd.Done.Well;
    }
}
