using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Channels;
using ChatOpsBot.Host.Delivery;
using ChatOpsBot.Host.Telemetry;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Turns;

/// <summary>Keeps what a turn changes: requests, their history, errands and the turn's own mark, all in one commit or nothing.</summary>
public sealed class TurnCommit(IDbContextFactory<BotDb> databases, ShownCards shown, FollowingCommit following, TurnMetrics metrics, TimeProvider time, ILogger<TurnCommit> log)
{
    /// <returns>False when somebody else was first with one of these requests, or with this very activity: nothing was kept.</returns>
    public async Task<bool> KeepAsync(TurnAnswer answer, IncomingActivity activity, TurnNote note, CancellationToken cancel)
    {
        using var span = BotTracing.Source.StartActivity("commit");
        span?.SetTag("chatopsbot.matters", Matters(answer.Effects));
        await using var db = await databases.CreateDbContextAsync(cancel);
        // The turn draws the pressed card itself; the errand that draws all others may come before that.
        shown.Expect(answer, activity);
        try
        {
            await AddAsync(db, answer.Effects, activity, cancel);
            await SaveAsync(db, answer.Effects, activity, cancel);
        }
        catch (Exception fault)
        {
            shown.ExpectNot(answer, activity);
            var isLost = fault is DbUpdateException race && db.LostTheRace(race);
            metrics.Committed(isLost ? "lost_race" : TurnNote.Failed);
            span?.Failed(isLost ? "lost_race" : fault.GetType().Name);
            if (isLost)
                return false;
            throw;
        }

        note.Outcome = TurnNote.Kept;
        metrics.Committed(TurnNote.Kept);
        log.TurnKept(note.Reference, note.Topic, Matters(answer.Effects));
        following.Tell(answer.Effects, activity);
        return true;
    }

    // What is forgotten goes by statements of its own, in one transaction with the mark of the turn.
    private async Task SaveAsync(BotDb db, IReadOnlyList<Effect> effects, IncomingActivity activity, CancellationToken cancel)
    {
        if (!effects.Any(effect => effect is Effect.Forget))
        {
            await db.SaveChangesAsync(cancel);
            return;
        }

        var who = HappeningReader.Who(activity).Id;
        await using var commit = await db.Database.BeginTransactionAsync(cancel);
        await new Forgetting(db).DoAsync(who, time.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        await commit.CommitAsync(cancel);
        log.PersonForgotten(who);
    }

    private async Task AddAsync(BotDb db, IReadOnlyList<Effect> effects, IncomingActivity activity, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var requests = new RequestStore(db);
        var events = new RecoveryStore(db);
        var errands = new ErrandStore(db);
        foreach (var effect in effects)
        {
            if (effect is Effect.Keep keep)
                await requests.KeepAsync(keep.Request, keep.Deed, HomeOf(keep.Request, activity), now, cancel);
            else if (effect is Effect.KeepEvent { Event: var happening })
                await events.KeepAsync(happening, await HomeOfAsync(db, happening, activity, cancel), now, cancel);
            else if (effect is Effect.Send send)
                errands.Add(send.Errand, now);
            else
                await FollowingCommit.AddAsync(db, effect, activity, now, cancel);
        }

        AnsweredTurns.Mark(db, activity, RequestOf(effects), now);
    }

    /// <summary>The keys of the requests and DR events that it changes.</summary>
    private static string Matters(IReadOnlyList<Effect> effects) => string.Join(' ', effects.Select(effect => effect switch
    {
        Effect.Keep keep => keep.Request.Key,
        Effect.KeepEvent keep => keep.Event.Key,
        Effect.Follow or Effect.StopFollowing => "following",
        _ => null,
    }).Where(key => key is not null).Distinct());

    private static Guid? RequestOf(IReadOnlyList<Effect> effects) =>
        effects.OfType<Effect.Keep>().FirstOrDefault()?.Request.Id ?? effects.OfType<Effect.KeepEvent>().FirstOrDefault()?.Event.Id ?? effects.OfType<Effect.Send>().FirstOrDefault()?.Errand.About;

    // Whoever declared an event is told of it where that was; of one that came of a request, where the request was filed.
    private static async Task<string?> HomeOfAsync(BotDb db, RecoveryEvent happening, IncomingActivity activity, CancellationToken cancel) =>
        happening.Version == 1 && happening.DeclaredBy.Id == HappeningReader.Who(activity).Id ? ReferenceJson.Write(activity.Reference)
        : happening is { Version: 1, Request: { } request } ? await new RequestStore(db).HomeAsync(request, cancel)
        : null;

    // A turn elsewhere, such as the approver's, leaves the way to the owner as it is.
    private static string? HomeOf(Request request, IncomingActivity activity) =>
        request.ConversationId == activity.ConversationId ? ReferenceJson.Write(activity.Reference) : null;
}
