using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Delivery;

namespace ChatOpsBot.Host.Recovery;

/// <summary>Sees to it that a promised update comes: reminds whoever declared the event before, and has channels see when it is overdue.</summary>
public sealed class UpdateWatch(RecoveryChanges events)
{
    public async Task<ErrandEnd> DoAsync(Errand.PromptUpdate errand, CancellationToken cancel)
    {
        if (await events.FindAsync(errand.Event, cancel) is { } happening && IsOpen(happening, errand.Promised))
            await events.SendAsync(new Errand.TellDeclarer(happening.Id, Problem.Of("event.news.prompt")), cancel);
        return ErrandEnd.Done.Well;
    }

    public async Task<ErrandEnd> DoAsync(Errand.MissUpdate errand, CancellationToken cancel)
    {
        var missed = await events.ApplyAsync(
            errand.Event,
            (happening, _) => IsOpen(happening, errand.Promised) && happening is { IsOverdue: false, AnnouncedAt: not null } ? happening.MissUpdate() : null,
            cancel);
        if (missed is not null)
            await events.SendAsync(new Errand.TellDeclarer(missed.Id, Problem.Of("event.news.overdue")), cancel);
        return ErrandEnd.Done.Well;
    }

    // News that came meanwhile has promised another time.
    private static bool IsOpen(RecoveryEvent happening, DateTimeOffset promised) => happening.NextUpdate == promised;
}
