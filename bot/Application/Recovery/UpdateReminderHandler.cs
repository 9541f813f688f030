using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Recovery;

/// <summary>
/// Sees to it that a promised update comes: reminds whoever declared the event before, and has channels see when it is overdue.
/// </summary>
public sealed class UpdateReminderHandler(RecoveryChanges events)
    : IOutboxHandler<OutboxMessage.PromptUpdate>, IOutboxHandler<OutboxMessage.MissUpdate>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.PromptUpdate message, CancellationToken cancel)
    {
        if (await events.FindAsync(message.Event, cancel) is { } drEvent && IsOpen(drEvent, message.Promised))
            await events.SendAsync(
                new OutboxMessage.NotifyDeclarer(drEvent.Id, Problem.Of("event.news.prompt")) { MayBeDuplicate = message.MayBeDuplicate },
                cancel);
        return HandlingResult.Done.Instance;
    }

    public async Task<HandlingResult> HandleAsync(OutboxMessage.MissUpdate message, CancellationToken cancel)
    {
        var missed = await events.ApplyAsync(
            message.Event,
            (drEvent, _) =>
                IsOpen(drEvent, message.Promised) && drEvent is { IsOverdue: false, AnnouncedAt: not null } ? drEvent.MissUpdate() : null,
            cancel);
        if (missed is not null)
            await events.SendAsync(new OutboxMessage.NotifyDeclarer(missed.Id, Problem.Of("event.news.overdue")), cancel);
        return HandlingResult.Done.Instance;
    }

    // News that came meanwhile has promised another time.
    private static bool IsOpen(RecoveryEvent drEvent, DateTimeOffset promised) => drEvent.NextUpdate == promised;
}
