using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery;

/// <summary>Who does which message of a DR event.</summary>
public sealed class EventMessageHandlers(
    AskAuthoritiesHandler asking, ApprovalTimeoutAnnouncer silence, UpdateWatch updates, NotifyDeclarerHandler telling, CardRefresher redraw, EventDrawing drawing, IDbContextFactory<BotDb> databases)
{
    /// <returns>Null for an message of another kind.</returns>
    public Task<HandlingResult>? Do(OutboxMessage message, CancellationToken cancel) => message switch
    {
        OutboxMessage.AskAuthorities ask => asking.DoAsync(ask, cancel),
        OutboxMessage.AnnounceApprovalTimeout end => silence.DoAsync(end, cancel),
        OutboxMessage.PromptUpdate prompt => updates.DoAsync(prompt, cancel),
        OutboxMessage.MissUpdate miss => updates.DoAsync(miss, cancel),
        OutboxMessage.NotifyDeclarer tell => telling.DoAsync(tell, cancel),
        OutboxMessage.RedrawEvent draw => RedrawAsync(draw, cancel),
        _ => null,
    };

    private async Task<HandlingResult> RedrawAsync(OutboxMessage.RedrawEvent message, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await new RecoveryStore(db).FindAsync(message.Event, cancel) is not { } drEvent)
            return HandlingResult.Done.Well;

        var many = await EventReach.OfAsync(db, drEvent, cancel);
        return await redraw.DoAsync(db, drEvent.Id, drEvent.Version, audience => drawing.Draw(drEvent, audience, many), () => drawing.DrawMoved(drEvent), cancel);
    }
}
