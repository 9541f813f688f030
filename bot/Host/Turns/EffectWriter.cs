using ChatOpsBot.Cards;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Conversation;

namespace ChatOpsBot.Host.Turns;

/// <summary>Carries effects out in the chat they belong to. What is to be kept was kept before.</summary>
public sealed class EffectWriter(ChatWriter chat, ShownCards shown, AnswerMemory memory)
{
    /// <param name="note">Is told where something did not go out.</param>
    /// <returns>What goes into the response of a press; null when everything was sent as messages.</returns>
    public async Task<InvokeReply?> WriteAsync(TurnAnswer answer, IncomingActivity activity, CancellationToken cancel, TurnNote? note = null)
    {
        InvokeReply? reply = null;
        foreach (var effect in activity.IsInvoke ? answer.Effects : WithoutIdleNotices(answer.Effects))
        {
            if (activity.IsInvoke && InResponse(effect) is { } inResponse)
            {
                if (reply is null && effect is Effect.Replace replace)
                    await NoteReplacedAsync(replace, activity.ReplyToId, answer, activity, cancel);
                reply ??= inResponse;
            }
            // After a message that did not go out, the rest would go the same way or stand there without its beginning.
            else if (!await CarryOutAsync(effect, answer, activity, cancel))
            {
                if (note is not null)
                    note.Outcome = TurnNote.Unsent;
                break;
            }
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

    private async Task<bool> CarryOutAsync(Effect effect, TurnAnswer answer, IncomingActivity activity, CancellationToken cancel)
    {
        switch (effect)
        {
            case Effect.Say say:
                return await chat.SendAsync(OutgoingActivity.OfText(say.Text), activity, cancel) is not null;
            case Effect.Notice notice:
                return await chat.SendAsync(OutgoingActivity.OfText(notice.Text), activity, cancel) is not null;
            case Effect.Show show:
                var posted = await chat.SendAsync(Message(show.Card), activity, cancel);
                return posted is not null && await NoteAsync(show.Request ?? show.Event, AudienceOf(show.Event, show.Audience, activity), posted.ActivityId, answer, activity, cancel);
            case Effect.Replace replace:
                var stands = await chat.ReplaceAsync(Message(replace.Card), activity, cancel);
                return stands is not null && await NoteReplacedAsync(replace, stands.ActivityId, answer, activity, cancel);
            case Effect.Remember remember:
                memory.Keep(activity.ConversationId, HappeningReader.Who(activity).Id, remember.Answer);
                return true;
            case Effect.Forget:
                memory.Forget(activity.ConversationId, HappeningReader.Who(activity).Id);
                return true;
            case Effect.Keep or Effect.KeepEvent or Effect.Send or Effect.Follow or Effect.StopFollowing:
                return true;
            default:
                throw new InvalidOperationException($"Nobody carries out {effect.GetType().Name}.");
        }
    }

    // A card of an event offers what the person of a personal chat may do; where others read along, what anybody may.
    private static string AudienceOf(Guid? happening, Audience audience, IncomingActivity activity) =>
        happening is null ? audience.ToString() : EventAudience.Of(HappeningReader.Where(activity), HappeningReader.Who(activity));

    private static OutgoingActivity Message(Card card) => OutgoingActivity.OfCard(card.ToJson(), card.Summary);

    private async Task<bool> NoteReplacedAsync(
        Effect.Replace effect, string? message, TurnAnswer answer, IncomingActivity activity, CancellationToken cancel)
    {
        var matter = effect.Request ?? effect.Event;
        if (HappeningReader.Read(activity) is { } what && (RequestsReader.IdIn(what) ?? EventsReader.IdIn(what)) is { } before && before != matter)
            await shown.ForgetAsync(before, activity.ConversationId, activity.ReplyToId, cancel);

        // Who presses an announcement in a channel looks at the event alone; the announcement stays the dispatcher's.
        if (effect.Event is not null && HappeningReader.CardDrawnForAll(activity) is null && message == activity.ReplyToId)
            return true;

        return await NoteAsync(matter, AudienceOf(effect.Event, effect.Audience, activity), message, answer, activity, cancel);
    }

    private async Task<bool> NoteAsync(
        Guid? matter, string audience, string? message, TurnAnswer answer, IncomingActivity activity, CancellationToken cancel)
    {
        if (matter is { } id && message is not null && answer.VersionOf(id) is { } version)
        {
            var isForAll = message != activity.ReplyToId || HappeningReader.CardDrawnForAll(activity) is not null;
            await shown.NoteAsync(id, version, audience, activity.Reference, message, isForAll, cancel);
        }

        return true;
    }
}
