using ChatOpsBot.Application.Channels;
using ChatOpsBot.Application.People;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Turns;

/// <summary>Finds the answer to what was said or pressed, from what stands in the database now. Saves and sends nothing.</summary>
public sealed class AnswerFinder(
    IDbContextFactory<BotDb> databases,
    AnsweredTurns answered,
    RequestContextReader requests,
    EventContextReader events,
    PersonalDataContextReader records,
    Redelivery redelivery,
    TurnMaker turns,
    Dispatcher dispatcher,
    AnswerMemory memory,
    TimeProvider time)
{
    /// <param name="limit">How long to look at most.</param>
    /// <exception cref="TimeoutException">
    /// It was not found in time, and is given up: topics are pure, so that leaves nothing behind.
    /// </exception>
    public Task<TurnAnswer> FindAsync(TurnContext context, TurnNote note, TimeSpan limit, CancellationToken cancel) =>
        Task.Run(() => LookAsync(context, note, cancel), cancel).WaitAsync(limit, time, cancel);

    private async Task<TurnAnswer> LookAsync(TurnContext context, TurnNote note, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        // Once for all that is read, rather than at each query.
        await db.Database.OpenConnectionAsync(cancel);
        if (await answered.FindAsync(db, context, cancel) is { } before)
        {
            note.Outcome = TurnNote.Repeated;
            return await redelivery.AnswerAsync(db, before, context, cancel);
        }

        var turn = Turn(context);
        note.Understood(turn.Meaning);
        turn = turn with { Requests = await requests.ReadAsync(db, turn, cancel) };
        turn = turn with
        {
            Events = await events.ReadAsync(db, turn, context.TenantId, cancel),
            Following = await SubscriptionContextReader.ReadAsync(db, turn, context, cancel),
            Records = await records.ReadAsync(db, turn, cancel),
        };
        var answer = TurnAnswer.Of(turn, Ask(turn, note));
        if (answer.Commits)
            Check(answer);
        return answer;
    }

    private TurnResult Ask(Turn turn, TurnNote note)
    {
        using var span = BotTracing.Source.StartActivity("topic");
        var (topic, result) = dispatcher.Find(turn);
        span?.SetTag("chatopsbot.topic", topic);
        note.AnsweredBy(topic, result);
        return result;
    }

    // A card that breaks a limit is to fail before the change is saved, when the person can still be told that nothing was done.
    private static void Check(TurnAnswer answer)
    {
        foreach (var reply in answer.Replies)
        {
            _ = reply switch
            {
                Reply.Show show => show.Card.ToJson(),
                Reply.Replace replace => replace.Card.ToJson(),
                _ => null,
            };
        }
    }

    private Turn Turn(TurnContext context)
    {
        using var span = BotTracing.Source.StartActivity("understand");
        return turns.Make(context, memory.Before(context.ConversationId, context.Who.Id));
    }
}
