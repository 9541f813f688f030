using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Cards;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain;

namespace ChatOpsBot.Application.Turns;

/// <summary>Sends the replies of a turn into the chat they belong to. Changes were committed before.</summary>
public sealed class ReplyWriter(ChatWriter chat, RenderedCards rendered, AnswerMemory memory)
{
    /// <param name="note">Is told where something did not go out.</param>
    /// <returns>What goes into the response of a press; null when everything was sent as messages.</returns>
    public async Task<InvokeReply?> WriteAsync(
        TurnAnswer answer, IncomingActivity activity, CancellationToken cancel, TurnNote? note = null)
    {
        InvokeReply? response = null;
        foreach (var reply in activity.IsInvoke ? answer.Replies : WithoutIdleNotices(answer.Replies))
        {
            if (activity.IsInvoke && InResponse(reply) is { } inResponse)
            {
                if (response is null && reply is Reply.Replace replace)
                    await NoteReplacedAsync(replace, activity.ReplyToId, answer, activity, cancel);
                response ??= inResponse;
            }
            // After a message that did not go out, the rest would fail the same way or appear without its beginning.
            else if (!await SendAsync(reply, answer, activity, cancel))
            {
                if (note is not null)
                    note.Outcome = TurnNote.Unsent;
                return response ?? Acknowledge(activity);
            }
        }

        Remember(answer.Result, activity);
        return response ?? Acknowledge(activity);
    }

    private static InvokeReply? Acknowledge(IncomingActivity activity) => activity.IsInvoke ? InvokeReply.Message("") : null;

    // A notice points a person from the pressed card to the answer; in a message of its own it would only stand beside that.
    private static IEnumerable<Reply> WithoutIdleNotices(IReadOnlyList<Reply> replies) =>
        replies.Any(reply => reply is not Reply.Notice) ? replies.Where(reply => reply is not Reply.Notice) : replies;

    private static InvokeReply? InResponse(Reply reply) => reply switch
    {
        Reply.Replace replace => InvokeReply.Card(replace.Card.ToJson()),
        Reply.Notice notice => InvokeReply.Message(notice.Text),
        _ => null,
    };

    private async Task<bool> SendAsync(Reply reply, TurnAnswer answer, IncomingActivity activity, CancellationToken cancel)
    {
        switch (reply)
        {
            case Reply.Say say:
                return await chat.SendAsync(OutgoingActivity.OfText(say.Text), activity, cancel) is not null;
            case Reply.Notice notice:
                return await chat.SendAsync(OutgoingActivity.OfText(notice.Text), activity, cancel) is not null;
            case Reply.Show show:
                var posted = await chat.SendAsync(Message(show.Card), activity, cancel);
                return posted is not null && await NoteAsync(show.Subject, show.Audience, posted.ActivityId, answer, activity, cancel);
            case Reply.Replace replace:
                var replaced = await chat.ReplaceAsync(Message(replace.Card), activity, cancel);
                return replaced is not null && await NoteReplacedAsync(replace, replaced.ActivityId, answer, activity, cancel);
            default:
                throw new InvalidOperationException($"No code sends {reply.GetType().Name}.");
        }
    }

    private void Remember(TurnResult result, IncomingActivity activity)
    {
        var (conversation, person) = (activity.ConversationId, TurnInputReader.Who(activity).Id);
        if (result.Remembered is { } remembered)
            memory.Keep(conversation, person, remembered);
        if (result.Changes.Any(change => change is Change.ForgetPerson))
            memory.Forget(conversation, person);
    }

    // The card of an event offers what the person of a personal chat may do; where others read along, what anybody may.
    private static string AudienceOf(Subject subject, Audience audience, IncomingActivity activity) => subject.Kind is SubjectKind.Event
        ? EventAudience.Of(TurnInputReader.Where(activity), TurnInputReader.Who(activity))
        : audience.ToString();

    private static OutgoingActivity Message(Card card) => OutgoingActivity.OfCard(card.ToJson(), card.Summary);

    private async Task<bool> NoteReplacedAsync(
        Reply.Replace replace, string? message, TurnAnswer answer, IncomingActivity activity, CancellationToken cancel)
    {
        if (SubjectOfPress(activity) is { } before && before != replace.Subject)
            await rendered.ForgetAsync(before, activity.ConversationId, activity.ReplyToId, cancel);

        // Who presses an announcement in a channel looks at the event alone; the announcement stays the dispatcher's.
        var isView = TurnInputReader.CardDrawnForAll(activity) is null && message == activity.ReplyToId;
        return (isView && replace.Subject is { Kind: SubjectKind.Event })
            || await NoteAsync(replace.Subject, replace.Audience, message, answer, activity, cancel);
    }

    private static Subject? SubjectOfPress(IncomingActivity activity) => TurnInputReader.Read(activity) is not { } input ? null
        : RequestContextReader.IdIn(input) is { } request ? Subject.Request(request)
        : EventContextReader.IdIn(input) is { } drEvent ? Subject.Event(drEvent)
        : null;

    private async Task<bool> NoteAsync(
        Subject? shown, Audience audience, string? message, TurnAnswer answer, IncomingActivity activity, CancellationToken cancel)
    {
        if (shown is { } subject && message is not null && answer.VersionOf(subject) is { } version)
        {
            var isForAll = message != activity.ReplyToId || TurnInputReader.CardDrawnForAll(activity) is not null;
            await rendered.NoteAsync(
                subject, version, AudienceOf(subject, audience, activity), activity.Reference, message, isForAll, cancel);
        }

        return true;
    }
}
