using ChatOpsBot.Application.Channels;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.People.Roles;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Turns;

/// <summary>Saves what a turn changes: requests, their history, messages and the turn's own mark, all in one commit or nothing.</summary>
public sealed class TurnCommit(
    IDbContextFactory<BotDb> databases,
    RenderedCards shown,
    SubscriptionCommit following,
    RoleCommit roles,
    PeopleWithoutRequests withoutRequests,
    TurnMetrics metrics,
    TimeProvider time,
    ILogger<TurnCommit> log)
{
    /// <returns>False when somebody else was first with one of these requests, or with this very activity: nothing was saved.</returns>
    public async Task<bool> SaveAsync(TurnAnswer answer, TurnContext context, TurnNote note, CancellationToken cancel)
    {
        using var span = BotTracing.Source.StartActivity("commit");
        span?.SetTag("chatopsbot.subjects", Keys(answer.Changes));
        await using var db = await databases.CreateDbContextAsync(cancel);
        // The turn draws the pressed card itself; the message that draws all others may come before that.
        shown.Expect(answer, context);
        using var change = withoutRequests.Changing(
            [context.Who.Id, .. answer.Changes.OfType<Change.SaveRequest>().Select(save => save.Request.Owner.Id)]);
        try
        {
            await AddAsync(db, answer.Changes, context, cancel);
            await SaveAsync(db, answer.Changes, context, cancel);
        }
        catch (Exception fault)
        {
            shown.ExpectNot(answer, context);
            var isLost = fault is DbUpdateException race && db.IsConcurrencyConflict(race);
            metrics.Committed(isLost ? "lost_race" : TurnNote.Failed);
            span?.Failed(isLost ? "lost_race" : fault.GetType().Name);
            if (isLost)
                return false;
            throw;
        }

        note.Outcome = TurnNote.Saved;
        metrics.Committed(TurnNote.Saved);
        log.TurnSaved(context.CorrelationId, note.Topic, Keys(answer.Changes));
        following.Tell(answer.Changes, context);
        await roles.ApplyAsync(answer.Changes, context, cancel);
        return true;
    }

    // What is forgotten goes by statements of its own, in one transaction with the mark of the turn.
    private async Task SaveAsync(BotDb db, IReadOnlyList<Change> changes, TurnContext context, CancellationToken cancel)
    {
        if (!changes.Any(change => change is Change.ForgetPerson))
        {
            await db.SaveChangesAsync(cancel);
            return;
        }

        var who = context.Who.Id;
        await using var commit = await db.Database.BeginTransactionAsync(cancel);
        await new Forgetting(db).DoAsync(who, time.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        await commit.CommitAsync(cancel);
        log.PersonForgotten(who);
    }

    private async Task AddAsync(BotDb db, IReadOnlyList<Change> changes, TurnContext context, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var requests = new RequestStore(db);
        var files = new RequestFiles(db);
        var events = new RecoveryStore(db);
        var messages = new OutboxStore(db);
        foreach (var change in changes)
        {
            switch (change)
            {
                case Change.SaveRequest save:
                    await requests.PutAsync(save.Request, save.Entry, OriginOf(save.Request, context), now, cancel);
                    break;
                case Change.KeepFile keep:
                    files.Add(keep.File, keep.Request, context.Files.First(file => file.Offered.Id == keep.File).Content, now);
                    break;
                case Change.SaveEvent { Event: var drEvent }:
                    await events.PutAsync(drEvent, await OriginOfAsync(db, drEvent, context, cancel), context.Who, now, cancel);
                    break;
                case Change.Enqueue enqueue:
                    messages.Add(enqueue.Message, now);
                    break;
                case Change.Follow or Change.StopFollowing:
                    await SubscriptionCommit.AddAsync(db, change, context, now, cancel);
                    break;
                case Change.GrantRole or Change.RevokeRole:
                    RoleCommit.Add(db, change, context, now);
                    break;
                case Change.ForgetPerson:
                    // By statements of its own, see SaveAsync.
                    break;
                default:
                    throw new InvalidOperationException($"No code saves {change.GetType().Name}.");
            }
        }

        AnsweredTurns.Mark(db, context, SubjectOf(changes), now);
    }

    /// <summary>The keys of the requests and DR events that it changes.</summary>
    private static string Keys(IReadOnlyList<Change> changes) => string.Join(' ', changes.Select(change => change switch
    {
        Change.SaveRequest save => save.Request.Key,
        Change.SaveEvent save => save.Event.Key,
        Change.Follow or Change.StopFollowing => "following",
        Change.GrantRole or Change.RevokeRole => "roles",
        _ => null,
    }).Where(key => key is not null).Distinct());

    // What a redelivery shows: a request before a DR event.
    private static Subject? SubjectOf(IReadOnlyList<Change> changes) =>
        changes.OfType<Change.SaveRequest>().FirstOrDefault() is { } request ? Subject.Request(request.Request.Id)
        : changes.OfType<Change.SaveEvent>().FirstOrDefault() is { } drEvent ? Subject.Event(drEvent.Event.Id)
        : changes.OfType<Change.Enqueue>().FirstOrDefault()?.Message.Subject;

    // Whoever declared an event is told of it where that was; of one that came of a request, where the request was filed.
    private static async Task<string?> OriginOfAsync(
        BotDb db, RecoveryEvent drEvent, TurnContext context, CancellationToken cancel) =>
        drEvent.Version == 1 && drEvent.DeclaredBy.Id == context.Who.Id ? Written(context)
        : drEvent is { Version: 1, Request: { } request } ? await new RequestStore(db).OriginAsync(request, cancel)
        : null;

    private static string? Written(TurnContext context) => context.Reference is { } reference ? ReferenceJson.Write(reference) : null;

    // A turn elsewhere, such as the approver's, leaves the way to the owner as it is.
    private static string? OriginOf(Request request, TurnContext context) =>
        request.ConversationId == context.ConversationId ? Written(context) : null;
}
