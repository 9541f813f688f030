using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>Works the turns of a chat in the terminal: the same topics on the same database and desk as in Teams, without Teams.</summary>
internal sealed class TerminalTurns(
    IDbContextFactory<BotDb> databases,
    RequestContextReader requests,
    EventContextReader events,
    Dispatcher dispatcher,
    RequestCards cards,
    TerminalOutbox messages,
    TimeProvider time)
{
    private const int Attempts = 3;

    /// <exception cref="DbUpdateException">Others changed the same request again and again.</exception>
    public async Task<TurnResult> AnswerAsync(Turn turn, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var seen = turn with { Requests = await requests.ReadAsync(db, turn, cancel) };
            var result = dispatcher.Answer(seen with { Events = await events.ReadAsync(db, seen, tenant: null, cancel) });
            try
            {
                await SaveAsync(db, result.Changes, cancel);
                return await SendAsync(result, cancel);
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
                news.AddRange(await messages.DoAsync(Subject.Request(request.Id), cancel));
        }

        return news;
    }

    private async Task SaveAsync(BotDb db, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var save in changes.OfType<Change.SaveRequest>())
            await new RequestStore(db).KeepAsync(save.Request, save.Entry, origin: null, now, cancel);
        foreach (var save in changes.OfType<Change.SaveEvent>())
            await new RecoveryStore(db).KeepAsync(save.Event, origin: null, now, cancel);
        foreach (var enqueue in changes.OfType<Change.Enqueue>())
            new OutboxStore(db).Add(enqueue.Message, now);
        await db.SaveChangesAsync(cancel);
    }

    // The desk answers while the person still looks, so the card shows the ticket's number.
    private async Task<TurnResult> SendAsync(TurnResult result, CancellationToken cancel)
    {
        foreach (var subject in result.Changes.OfType<Change.Enqueue>().Select(enqueue => enqueue.Message.Subject).Distinct())
            await messages.DoAsync(subject, cancel);

        List<Reply> replies = [];
        foreach (var reply in result.Replies)
            replies.Add(await NewestAsync(reply, cancel));
        return result.WithReplies(replies);
    }

    private async Task<Reply> NewestAsync(Reply reply, CancellationToken cancel) => reply switch
    {
        Reply.Show { Subject: { Kind: SubjectKind.Request } subject } show when await FiledAsync(subject.Id, cancel) is { } request =>
            show with { Card = cards.Draw(request, show.Audience) },
        Reply.Replace { Subject: { Kind: SubjectKind.Request } subject } replace when await FiledAsync(subject.Id, cancel) is { } request =>
            replace with { Card = cards.Draw(request, replace.Audience) },
        _ => reply,
    };

    private async Task<Request?> FiledAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new RequestStore(db).FindAsync(id, cancel) is { State: RequestState.Filed or RequestState.Refused } request
            ? request
            : null;
    }
}
