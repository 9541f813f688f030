using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Draws every card of a request as it stands now, wherever it was shown.</summary>
public sealed class Redrawing(IDbContextFactory<BotDb> databases, CardRedraw redraw, RequestCards cards)
{
    public async Task<ErrandEnd> DoAsync(Errand.Redraw errand, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await new RequestStore(db).FindAsync(errand.Request, cancel) is not { } request)
            return ErrandEnd.Done.Well;
        if (!cards.Knows(request))
            return Ends.UnknownType(request);

        var open = request.State is RequestState.Reviewing ? await new RequestStore(db).OpenAsync(RequestsInSight.Most, cancel) : null;
        return await redraw.DoAsync(
            db, request.Id, request.Version, audience => cards.Draw(request, Enum.Parse<Audience>(audience), open), () => cards.DrawMoved(request), cancel);
    }
}
