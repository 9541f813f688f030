using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery;

/// <summary>Updates every card with buttons of a DR event. Announcements are updated by their own dispatcher.</summary>
public sealed class RedrawEventCardsHandler(IDbContextFactory<BotDb> databases, CardRefresher cards, EventDrawing drawing)
    : IOutboxHandler<OutboxMessage.RedrawEvent>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.RedrawEvent message, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await new RecoveryStore(db).FindAsync(message.Event, cancel) is not { } drEvent)
            return HandlingResult.Done.Instance;

        var reach = await EventReach.OfAsync(db, drEvent, cancel);
        return await cards.RefreshAsync(
            db,
            message.Subject,
            drEvent.Version,
            audience => drawing.Draw(drEvent, audience, reach),
            () => drawing.DrawMoved(drEvent),
            cancel);
    }
}
