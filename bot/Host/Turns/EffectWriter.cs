using ChatOpsBot.Cards;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Conversation;

namespace ChatOpsBot.Host.Turns;

/// <summary>Carries effects out in the chat they belong to.</summary>
public sealed class EffectWriter(ConnectorClient teams, AnswerMemory memory, ILogger<EffectWriter> log)
{
    /// <returns>What goes into the response of a press; null when everything was sent as messages.</returns>
    public async Task<InvokeReply?> WriteAsync(IReadOnlyList<Effect> effects, Activity activity, CancellationToken cancel)
    {
        InvokeReply? reply = null;
        foreach (var effect in activity.IsInvoke ? effects : WithoutIdleNotices(effects))
        {
            if (activity.IsInvoke && InResponse(effect) is { } inResponse)
                reply ??= inResponse;
            else if (!await CarryOutAsync(effect, activity, cancel))
                break;
        }

        return reply ?? (activity.IsInvoke ? InvokeReply.Message("") : null);
    }

    // A notice points a person from the pressed card to the answer; in a message of its own it would only stand beside that.
    private static IEnumerable<Effect> WithoutIdleNotices(IReadOnlyList<Effect> effects) =>
        effects.Any(effect => effect is Effect.Say or Effect.Show or Effect.Replace) ? effects.Where(effect => effect is not Effect.Notice) : effects;

    private static InvokeReply? InResponse(Effect effect) => effect switch
    {
        Effect.Replace replace => InvokeReply.Card(replace.Card.ToJson()),
        Effect.Notice notice => InvokeReply.Message(notice.Text),
        _ => null,
    };

    private async Task<bool> CarryOutAsync(Effect effect, Activity activity, CancellationToken cancel)
    {
        switch (effect)
        {
            case Effect.Say say:
                return await SendAsync(OutgoingActivity.OfText(say.Text), activity, cancel);
            case Effect.Show show:
                return await SendAsync(Message(show.Card), activity, cancel);
            case Effect.Notice notice:
                return await SendAsync(OutgoingActivity.OfText(notice.Text), activity, cancel);
            case Effect.Replace replace:
                return await ReplaceAsync(Message(replace.Card), activity, cancel);
            case Effect.Remember remember:
                memory.Keep(activity.Conversation.Id, HappeningReader.Who(activity).Id, remember.Answer);
                return true;
            default:
                throw new InvalidOperationException($"Nobody carries out {effect.GetType().Name}.");
        }
    }

    private static OutgoingActivity Message(Card card) => OutgoingActivity.OfCard(card.ToJson(), card.Summary);

    private async Task<bool> SendAsync(OutgoingActivity message, Activity activity, CancellationToken cancel)
    {
        var to = activity.Reference();
        var isAnswer = activity.Type == ActivityTypes.Message && activity.Id is not null;
        return Took(isAnswer ? await teams.ReplyAsync(to, activity.Id!, message, cancel) : await teams.SendAsync(to, message, cancel));
    }

    // A button that came as a message names its card in replyToId. A card that is gone is posted anew.
    private async Task<bool> ReplaceAsync(OutgoingActivity message, Activity activity, CancellationToken cancel)
    {
        if (activity.ReplyToId is not { } card)
            return await SendAsync(message, activity, cancel);

        var outcome = await teams.UpdateAsync(activity.Reference(), card, message, cancel);
        return outcome is SendOutcome.Refused { Why: Refusal.ActivityGone }
            ? await SendAsync(message, activity, cancel)
            : Took(outcome);
    }

    // After a message that did not go out, the rest of the answer would go the same way or stand there without its beginning.
    private bool Took(SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Sent:
                return true;
            case SendOutcome.Refused refused:
                log.AnswerRefused(refused.Why, refused.Status, refused.Code);
                return false;
            default:
                log.AnswerNotTaken(outcome.GetType().Name);
                return false;
        }
    }
}
