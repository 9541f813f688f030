using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>Draws every card of a request as it stands now, wherever it was shown.</summary>
public sealed class RedrawHandler(IDbContextFactory<BotDb> databases, CardRefresher redraw, RequestCards cards)
    : IOutboxHandler<OutboxMessage.Redraw>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.Redraw message, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await new RequestStore(db).FindAsync(message.Request, cancel) is not { } request)
            return HandlingResult.Done.Instance;
        if (!cards.IsKnownType(request))
            return SendResultMapping.UnknownType(request);

        var open = request.State is RequestState.Reviewing ? await new RequestStore(db).OpenAsync(RequestContext.Most, cancel) : null;
        return await redraw.RefreshAsync(
            db,
            message.Subject,
            request.Version,
            audience => cards.Draw(request, Enum.Parse<Audience>(audience), open),
            () => cards.DrawMoved(request),
            cancel);
    }
}
