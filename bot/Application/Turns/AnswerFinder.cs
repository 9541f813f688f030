using ChatOpsBot.Application.Channels;
using ChatOpsBot.Application.LanguageModel;
using ChatOpsBot.Application.People;
using ChatOpsBot.Application.People.Roles;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Application.Tickets;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Inbox;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Turns;

/// <summary>Finds the answer to what was said or pressed, from what stands in the database now. Saves and sends nothing.</summary>
public sealed class AnswerFinder(
    IDbContextFactory<BotDb> databases,
    AnsweredTurns answered,
    PeopleWithoutRequests withoutRequests,
    RequestContextReader requests,
    EventContextReader events,
    PersonalDataContextReader records,
    RoleContextReader roles,
    PeopleReader people,
    DeskPageReader deskPages,
    StandingReader standings,
    RequestServices services,
    Redelivery redelivery,
    TurnMaker turns,
    Dispatcher dispatcher,
    Adviser adviser,
    AnswerMemory memory,
    TimeProvider time)
{
    /// <param name="limit">How long to look at most.</param>
    /// <exception cref="TimeoutException">
    /// It was not found in time, and is given up: topics are pure, so that leaves nothing behind.
    /// </exception>
    public Task<TurnAnswer> FindAsync(TurnContext context, TurnNote note, TimeSpan limit, CancellationToken cancel) =>
        Task.Run(() => SearchAsync(context, note, cancel), cancel).WaitAsync(limit, time, cancel);

    // A language model takes its time, so the database is let go of meanwhile. What it makes of the message may need other data.
    private async Task<TurnAnswer> SearchAsync(TurnContext context, TurnNote note, CancellationToken cancel)
    {
        var (turn, answer) = await LookAsync(context, note, null, cancel);
        return turn is not null && await adviser.AskAsync(turn, context.Input, answer.Result, cancel) is { } advice
            ? (await LookAsync(context, note, advice, cancel)).Answer
            : answer;
    }

    /// <returns>The turn as it was understood; null for one that was answered before.</returns>
    private async Task<(Turn? Turn, TurnAnswer Answer)> LookAsync(
        TurnContext context, TurnNote note, Advice? advice, CancellationToken cancel)
    {
        var turn = Turn(context, advice);
        note.Understood(turn.Meaning);
        if (NeedsNothing(turn, context) && TurnAnswer.Of(turn, Ask(turn, note)) is { Commits: false } known)
            return (turn, known);

        var look = withoutRequests.Look();
        await using var db = await databases.CreateDbContextAsync(cancel);
        // Once for all that is read, rather than at each query.
        await db.Database.OpenConnectionAsync(cancel);
        var start = await TurnStart.ReadAsync(
            db, context.ActivityKey, context.PressKey, turn.Who.Id, RequestContext.Most, cancel);
        if (await answered.FindAsync(db, start.Marks, context, cancel) is { } before)
        {
            note.Outcome = TurnNote.Repeated;
            return (null, await redelivery.AnswerAsync(db, before, context, cancel));
        }

        turn = turn with { Requests = await requests.ReadAsync(db, turn, start.Own, cancel) };
        // Teams is asked while the rest is read.
        var standing = RoleUse.In(turn, services) ? standings.ReadAsync(context, cancel) : Task.FromResult(standings.Remembered(context));
        turn = turn with
        {
            Events = await events.ReadAsync(db, turn, context.TenantId, cancel),
            Following = await SubscriptionContextReader.ReadAsync(db, turn, context, cancel),
            Records = await records.ReadAsync(db, turn, cancel),
            Roles = await roles.ReadAsync(db, turn, context, cancel),
            People = await people.ReadAsync(db, turn, context, cancel),
        };
        turn = As(await standing, turn);
        turn = turn with { DeskPage = await deskPages.ReadAsync(turn, context.TenantId, await standing, cancel) };
        var answer = TurnAnswer.Of(turn, Ask(turn, note));
        if (answer.Commits)
            Check(answer);
        else if (turn.Requests.Own.Count == 0)
            withoutRequests.Found(turn.Who.Id, look);
        return (turn, answer);
    }

    // Where Teams does not say it, what the activity says counts, as for any other turn.
    private static Turn As(Standing standing, Turn turn) => turn with
    {
        Who = turn.Who with { IsGuest = turn.Who.IsGuest || standing is Standing.Guest },
        Roles = turn.Roles is { } roles ? roles with { IsUnsure = standing is Standing.Unknown } : null,
    };

    // A message that changed something before and comes again would change it once more, and then its mark is in the way.
    // A terminal is a process beside the bot, and somebody may have two of them open.
    private bool NeedsNothing(Turn turn, TurnContext context) => context.Reference is not null
        && turn.What is TurnInput.Message
        && turn.Needs is TurnNeeds.None
        && withoutRequests.Knows(turn.Who.Id)
        && requests.NamesNone(turn.What)
        && events.NeedsNothing(turn);

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

    private Turn Turn(TurnContext context, Advice? advice)
    {
        using var span = BotTracing.Source.StartActivity("understand");
        var (where, who) = (context.ConversationId, context.Who.Id);
        var turn = turns.Make(context, memory.Before(where, who), advice, memory.LanguageOf(where, who));
        if (turn.Meaning is { TellsLanguage: true } meaning)
            memory.RememberLanguage(where, who, meaning.Language);
        return turn;
    }
}
