using ChatOpsBot.Application;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// Works the turns of a chat in the terminal as those of Teams are worked; what goes to the desk is sent while the person waits.
/// </summary>
internal sealed class TerminalTurns(
    IDbContextFactory<BotDb> databases,
    TurnAttempts attempts,
    TurnCommit commit,
    AnswerMemory memory,
    TurnMetrics metrics,
    TurnMaker turns,
    WordsCatalog words,
    RequestCards cards,
    TerminalOutbox messages)
{
    // By request, as this terminal knew it last. Whoever chats waits for each turn, so one thread at a time is here.
    private readonly Dictionary<Guid, Request> _seen = [];

    public async Task<TurnAnswer> AnswerAsync(TurnContext context, CancellationToken cancel)
    {
        using var note = metrics.Begin(activityId: null, context.CorrelationId);
        // Nobody in a terminal is called again, so an answer may take its time: most of all the first, when all is still being loaded.
        var answer = await attempts.RunAsync(
            context,
            note,
            Timeout.InfiniteTimeSpan,
            async answer => await commit.SaveAsync(answer, context, note, cancel) ? await SendAsync(answer, cancel) : null,
            cancel);
        await NoteAsync(context.Who.Id, cancel);
        if (answer?.Result.Remembered is { } remembered)
            memory.Remember(context.ConversationId, context.Who.Id, remembered);
        return answer ?? TurnAnswer.Of([new Reply.Say(Apology.Busy(words.In(turns.LanguageOf(context.Locale))))]);
    }

    /// <summary>What happened to this person's requests since they were asked about last, each as a sentence.</summary>
    public async Task<IReadOnlyList<string>> NewsAsync(string personId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await messages.LookAtDeskAsync(cancel);
        List<string> news = [];
        foreach (var request in await new RequestStore(db).OwnAsync(personId, RequestContext.Most, cancel))
        {
            if (request.IsDraft)
                continue;
            var told = await messages.DoAsync(Subject.Request(request.Id), cancel);
            news.AddRange(told.Count > 0 ? told : NewsOf(request));
            _seen[request.Id] = request;
        }

        return news;
    }

    // A bot that runs beside the terminal does the messages before the terminal can.
    private IEnumerable<string> NewsOf(Request request) =>
        _seen.GetValueOrDefault(request.Id) is { } before && RequestNews.Between(before, request) is { } news
            ? [cards.Tell(request, news)]
            : [];

    // What the person's own turn changed is no news.
    private async Task NoteAsync(string personId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var request in await new RequestStore(db).OwnAsync(personId, RequestContext.Most, cancel))
            _seen[request.Id] = request;
    }

    // The desk answers while the person still looks, so the card shows the ticket's number.
    private async Task<TurnAnswer> SendAsync(TurnAnswer answer, CancellationToken cancel)
    {
        foreach (var subject in answer.Changes.OfType<Change.Enqueue>().Select(enqueue => enqueue.Message.Subject).Distinct())
            await messages.DoAsync(subject, cancel);

        List<Reply> replies = [];
        foreach (var reply in answer.Replies)
            replies.Add(await NewestAsync(reply, cancel));
        return answer with { Result = answer.Result.WithReplies(replies) };
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
