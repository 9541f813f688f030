using ChatOpsBot.Application.Channels;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Turns;

/// <summary>Keeps what a turn changes: requests, their history, messages and the turn's own mark, all in one commit or nothing.</summary>
public sealed class TurnCommit(IDbContextFactory<BotDb> databases, RenderedCards shown, SubscriptionCommit following, TurnMetrics metrics, TimeProvider time, ILogger<TurnCommit> log)
{
    /// <returns>False when somebody else was first with one of these requests, or with this very activity: nothing was kept.</returns>
    public async Task<bool> KeepAsync(TurnAnswer answer, Activity activity, TurnNote note, CancellationToken cancel)
    {
        using var span = BotTracing.Source.StartActivity("commit");
        span?.SetTag("chatopsbot.subjects", Subjects(answer.Effects));
        await using var db = await databases.CreateDbContextAsync(cancel);
        // The turn draws the pressed card itself; the message that draws all others may come before that.
        shown.Expect(answer, activity);
        try
        {
            await AddAsync(db, answer.Effects, activity, cancel);
            await SaveAsync(db, answer.Effects, activity, cancel);
        }
        catch (Exception fault)
        {
            shown.ExpectNot(answer, activity);
            var isLost = fault is DbUpdateException race && db.IsConcurrencyConflict(race);
            metrics.Committed(isLost ? "lost_race" : TurnNote.Failed);
            span?.Failed(isLost ? "lost_race" : fault.GetType().Name);
            if (isLost)
                return false;
            throw;
        }

        note.Outcome = TurnNote.Kept;
        metrics.Committed(TurnNote.Kept);
        log.TurnKept(note.Reference, note.Topic, Subjects(answer.Effects));
        following.Tell(answer.Effects, activity);
        return true;
    }

    // What is forgotten goes by statements of its own, in one transaction with the mark of the turn.
    private async Task SaveAsync(BotDb db, IReadOnlyList<Effect> effects, Activity activity, CancellationToken cancel)
    {
        if (!effects.Any(effect => effect is Effect.Forget))
        {
            await db.SaveChangesAsync(cancel);
            return;
        }

        var who = TurnInputReader.Who(activity).Id;
        await using var commit = await db.Database.BeginTransactionAsync(cancel);
        await new Forgetting(db).DoAsync(who, time.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        await commit.CommitAsync(cancel);
        log.PersonForgotten(who);
    }

    private async Task AddAsync(BotDb db, IReadOnlyList<Effect> effects, Activity activity, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var requests = new RequestStore(db);
        var events = new RecoveryStore(db);
        var messages = new OutboxStore(db);
        foreach (var effect in effects)
        {
            if (effect is Effect.SaveRequest keep)
                await requests.KeepAsync(keep.Request, keep.AuditEntry, OriginOf(keep.Request, activity), now, cancel);
            else if (effect is Effect.SaveEvent { Event: var drEvent })
                await events.KeepAsync(drEvent, await OriginOfAsync(db, drEvent, activity, cancel), now, cancel);
            else if (effect is Effect.Enqueue send)
                messages.Add(send.OutboxMessage, now);
            else
                await SubscriptionCommit.AddAsync(db, effect, activity, now, cancel);
        }

        AnsweredTurns.Mark(db, activity, RequestOf(effects), now);
    }

    /// <summary>The keys of the requests and DR events that it changes.</summary>
    private static string Subjects(IReadOnlyList<Effect> effects) => string.Join(' ', effects.Select(effect => effect switch
    {
        Effect.SaveRequest keep => keep.Request.Key,
        Effect.SaveEvent keep => keep.Event.Key,
        Effect.Follow or Effect.StopFollowing => "following",
        _ => null,
    }).Where(key => key is not null).Distinct());

    private static Guid? RequestOf(IReadOnlyList<Effect> effects) =>
        effects.OfType<Effect.SaveRequest>().FirstOrDefault()?.Request.Id ?? effects.OfType<Effect.SaveEvent>().FirstOrDefault()?.Event.Id ?? effects.OfType<Effect.Enqueue>().FirstOrDefault()?.OutboxMessage.About;

    // Whoever declared an event is told of it where that was; of one that came of a request, where the request was filed.
    private static async Task<string?> OriginOfAsync(BotDb db, RecoveryEvent drEvent, Activity activity, CancellationToken cancel) =>
        drEvent.Version == 1 && drEvent.DeclaredBy.Id == TurnInputReader.Who(activity).Id ? ReferenceJson.Write(activity.Reference())
        : drEvent is { Version: 1, Request: { } request } ? await new RequestStore(db).OriginAsync(request, cancel)
        : null;

    // A turn elsewhere, such as the approver's, leaves the way to the owner as it is.
    private static string? OriginOf(Request request, Activity activity) =>
        request.ConversationId == activity.Conversation.Id ? ReferenceJson.Write(activity.Reference()) : null;
}
