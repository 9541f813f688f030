using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Host.Channels;
using ChatOpsBot.Host.People;
using ChatOpsBot.Host.Telemetry;
using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Turns;

/// <summary>Finds the answer to what was said or pressed, from what stands in the database now. Keeps and sends nothing.</summary>
public sealed class AnswerFinder(
    IDbContextFactory<BotDb> databases,
    AnsweredTurns answered,
    RequestsReader requests,
    EventsReader events,
    FollowingReader following,
    RecordsReader records,
    Redelivery redelivery,
    TurnMaker turns,
    Dispatcher dispatcher,
    AnswerMemory memory,
    TimeProvider time,
    IOptions<TurnOptions> options)
{
    /// <exception cref="TimeoutException">It was not found in time, and is given up: topics are pure, so that leaves nothing behind.</exception>
    public Task<TurnAnswer> FindAsync(Happening what, IncomingActivity activity, TurnNote note, CancellationToken cancel) =>
        Task.Run(() => LookAsync(what, activity, note, cancel), cancel).WaitAsync(options.Value.Limit, time, cancel);

    private async Task<TurnAnswer> LookAsync(Happening what, IncomingActivity activity, TurnNote note, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        // Once for all that is read, rather than at each query.
        await db.Database.OpenConnectionAsync(cancel);
        if (await answered.FindAsync(db, activity, cancel) is { } before)
        {
            note.Outcome = TurnNote.Repeated;
            return await redelivery.AnswerAsync(db, before, what, activity, cancel);
        }

        var turn = Turn(what, activity);
        note.Understood(turn.Meaning);
        turn = turn with { Requests = await requests.ReadAsync(db, turn, cancel) };
        turn = turn with
        {
            Events = await events.ReadAsync(db, turn, activity.TenantId, cancel),
            Following = await following.ReadAsync(db, turn, activity, cancel),
            Records = await records.ReadAsync(db, turn, cancel),
        };
        var answer = TurnAnswer.Of(turn, Ask(turn, note));
        if (answer.IsToBeKept)
            Check(answer);
        return answer;
    }

    private IReadOnlyList<Effect> Ask(Turn turn, TurnNote note)
    {
        using var span = BotTracing.Source.StartActivity("topic");
        var (topic, effects) = dispatcher.Find(turn);
        span?.SetTag("chatopsbot.topic", topic);
        note.AnsweredBy(topic, effects);
        return effects;
    }

    // A card that breaks a limit is to fail before the change is kept, when the person can still be told that nothing was done.
    private static void Check(TurnAnswer answer)
    {
        foreach (var effect in answer.Effects)
        {
            _ = effect switch
            {
                Effect.Show show => show.Card.ToJson(),
                Effect.Replace replace => replace.Card.ToJson(),
                _ => null,
            };
        }
    }

    private Turn Turn(Happening what, IncomingActivity activity)
    {
        using var span = BotTracing.Source.StartActivity("understand");
        var who = HappeningReader.Who(activity);
        var where = HappeningReader.Where(activity);
        return turns.Make(what, who, where, memory.Before(where.ConversationId, who.Id), activity.Locale, HappeningReader.Zone(activity));
    }
}
