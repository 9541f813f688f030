using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Words;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Turns;

/// <summary>A turn that answers a person: something was said or pressed.</summary>
public sealed class AnswerTurn(
    TurnMaker turns,
    Dispatcher dispatcher,
    AnswerMemory memory,
    EffectWriter effects,
    WordsCatalog words,
    TimeProvider time,
    IOptions<TurnOptions> options,
    ILogger<AnswerTurn> log)
{
    /// <summary>Never throws for a fault of the bot: the person is told in one sentence, with the reference that is in the log.</summary>
    public async Task<InvokeReply?> WorkAsync(Happening what, Activity activity, string reference, CancellationToken cancel)
    {
        try
        {
            var answer = await AnswerAsync(what, activity, cancel);
            return await effects.WriteAsync(answer, activity, cancel);
        }
        catch (TimeoutException)
        {
            log.TurnTooSlow(reference, options.Value.Limit);
        }
        // The one place where a bug in a topic ends: it is logged once, and nothing of its turn was carried out.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.TurnFailed(reference, fault);
        }

        return await ApologiseAsync(activity, reference, cancel);
    }

    // Topics are pure, so one that is given up leaves nothing behind.
    private Task<IReadOnlyList<Effect>> AnswerAsync(Happening what, Activity activity, CancellationToken cancel)
    {
        var who = HappeningReader.Who(activity);
        var where = HappeningReader.Where(activity);
        var before = memory.Before(where.ConversationId, who.Id);
        return Task.Run(() => dispatcher.Answer(turns.Make(what, who, where, before, activity.Locale, HappeningReader.Zone(activity))), cancel)
            .WaitAsync(options.Value.Limit, time, cancel);
    }

    private async Task<InvokeReply?> ApologiseAsync(Activity activity, string reference, CancellationToken cancel)
    {
        var sentence = Apology.Text(reference, words.In(turns.LanguageOf(activity.Locale)));
        return activity.IsInvoke
            ? InvokeReply.Error("failed", sentence, 500)
            : await effects.WriteAsync([new Effect.Say(sentence)], activity, cancel);
    }
}
