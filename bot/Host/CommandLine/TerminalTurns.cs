using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>Works the turns of a chat in the terminal: the same topics on the same database and desk as in Teams, without Teams.</summary>
internal sealed class TerminalTurns(
    IDbContextFactory<BotDb> databases, RequestContextReader requests, EventContextReader events, Dispatcher dispatcher, RequestCards cards, TerminalOutbox messages, TimeProvider time)
{
    private const int Attempts = 3;

    /// <exception cref="DbUpdateException">Others changed the same request again and again.</exception>
    public async Task<IReadOnlyList<Effect>> AnswerAsync(Turn turn, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var seen = turn with { Requests = await requests.ReadAsync(db, turn, cancel) };
            var effects = dispatcher.Answer(seen with { Events = await events.ReadAsync(db, seen, tenant: null, cancel) });
            try
            {
                await KeepAsync(db, effects, cancel);
                return await DoAsync(effects, cancel);
            }
            catch (DbUpdateException fault) when (attempt < Attempts && db.IsConcurrencyConflict(fault))
            {
                // Answered anew, from what the other one left.
            }
        }
    }

    /// <summary>What happened to this person's requests since they were asked about last, each as a sentence.</summary>
    public async Task<IReadOnlyList<string>> NewsAsync(string personId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await messages.LookAtDeskAsync(cancel);
        List<string> news = [];
        foreach (var request in await new RequestStore(db).MineAsync(personId, RequestContext.Most, cancel))
        {
            if (!request.IsDraft)
                news.AddRange(await messages.DoAsync(request.Id, cancel));
        }

        return news;
    }

    private async Task KeepAsync(BotDb db, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var keep in effects.OfType<Effect.SaveRequest>())
            await new RequestStore(db).KeepAsync(keep.Request, keep.AuditEntry, origin: null, now, cancel);
        foreach (var keep in effects.OfType<Effect.SaveEvent>())
            await new RecoveryStore(db).KeepAsync(keep.Event, origin: null, now, cancel);
        foreach (var send in effects.OfType<Effect.Enqueue>())
            new OutboxStore(db).Add(send.OutboxMessage, now);
        await db.SaveChangesAsync(cancel);
    }

    // The desk answers while the person still looks, so the card shows the ticket's number.
    private async Task<IReadOnlyList<Effect>> DoAsync(IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        foreach (var request in effects.OfType<Effect.Enqueue>().Select(send => send.OutboxMessage.About).Distinct())
            await messages.DoAsync(request, cancel);

        List<Effect> drawn = [];
        foreach (var effect in effects)
            drawn.Add(await NewestAsync(effect, cancel));
        return drawn;
    }

    private async Task<Effect> NewestAsync(Effect effect, CancellationToken cancel) => effect switch
    {
        Effect.Show { Request: { } id } show when await FiledAsync(id, cancel) is { } request => show with { Card = cards.Draw(request, show.Audience) },
        Effect.Replace { Request: { } id } replace when await FiledAsync(id, cancel) is { } request => replace with { Card = cards.Draw(request, replace.Audience) },
        _ => effect,
    };

    private async Task<Request?> FiledAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new RequestStore(db).FindAsync(id, cancel) is { State: RequestState.Filed or RequestState.Refused } request ? request : null;
    }
}
