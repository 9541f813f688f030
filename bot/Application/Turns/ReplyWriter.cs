using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Cards;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain;

namespace ChatOpsBot.Application.Turns;

/// <summary>Sends the replies of a turn into the chat they belong to. Changes were committed before.</summary>
public sealed class ReplyWriter(ChatWriter chat, RenderedCards rendered, PostedCards posted, AnswerMemory memory)
{
    /// <param name="note">Is told where something did not go out.</param>
    /// <returns>What goes into the response of a press; null when everything was sent as messages.</returns>
    public async Task<InvokeReply?> WriteAsync(
        TurnAnswer answer, TurnContext context, CancellationToken cancel, TurnNote? note = null)
    {
        InvokeReply? response = null;
        foreach (var reply in context.IsInvoke ? answer.Replies : WithoutIdleNotices(answer.Replies))
        {
            if (context.IsInvoke && InResponse(reply) is { } inResponse)
            {
                if (response is null && reply is Reply.Replace replace)
                    await NoteReplacedAsync(replace, context.CardId, answer, context, cancel);
                response ??= inResponse;
            }
            // After a message that did not go out, the rest would fail the same way or appear without its beginning.
            else if (!await SendAsync(reply, answer, context, cancel))
            {
                if (note is not null)
                    note.Outcome = TurnNote.Unsent;
                return response ?? Acknowledge(context);
            }
        }

        Remember(answer.Result, context);
        return response ?? Acknowledge(context);
    }

    private static InvokeReply? Acknowledge(TurnContext context) => context.IsInvoke ? InvokeReply.Message("") : null;

    // A notice points a person from the pressed card to the answer; in a message of its own it would only stand beside that.
    private static IEnumerable<Reply> WithoutIdleNotices(IReadOnlyList<Reply> replies) =>
        replies.Any(reply => reply is not Reply.Notice) ? replies.Where(reply => reply is not Reply.Notice) : replies;

    private static InvokeReply? InResponse(Reply reply) => reply switch
    {
        Reply.Replace replace => InvokeReply.Card(replace.Card.ToJson()),
        Reply.Notice notice => InvokeReply.Message(notice.Text),
        _ => null,
    };

    private async Task<bool> SendAsync(Reply reply, TurnAnswer answer, TurnContext context, CancellationToken cancel)
    {
        switch (reply)
        {
            case Reply.Say say:
                return await chat.SendAsync(OutgoingActivity.OfText(say.Text), context, cancel) is not null;
            case Reply.Notice notice:
                return await chat.SendAsync(OutgoingActivity.OfText(notice.Text), context, cancel) is not null;
            case Reply.Show show:
                var shown = await chat.SendAsync(Message(show.Card), context, cancel);
                if (shown?.ActivityId is { } own)
                    posted.Remember(context.ConversationId, own, context.Who.Id);
                return shown is not null && await NoteAsync(show.Subject, show.Audience, shown.ActivityId, answer, context, cancel);
            case Reply.Replace replace:
                var replaced = await IsTheirsAsync(replace, context, cancel)
                    ? await chat.ReplaceAsync(Message(replace.Card), context, cancel)
                    : await chat.SendAsync(Message(replace.Card), context, cancel);
                return replaced is not null && await NoteReplacedAsync(replace, replaced.ActivityId, answer, context, cancel);
            default:
                throw new InvalidOperationException($"No code sends {reply.GetType().Name}.");
        }
    }

    private void Remember(TurnResult result, TurnContext context)
    {
        var (conversation, person) = (context.ConversationId, context.Who.Id);
        if (result.Remembered is { } remembered)
            memory.Remember(conversation, person, remembered);
        if (result.Changes.Any(change => change is Change.ForgetPerson))
            memory.Forget(conversation, person);
    }

    // The card of an event offers what the person of a personal chat may do; where others read along, what anybody may.
    private static string AudienceOf(Subject subject, Audience audience, TurnContext context) => subject.Kind is SubjectKind.Event
        ? EventAudience.Of(context.Where, context.Who)
        : audience.ToString();

    private static OutgoingActivity Message(Card card) => OutgoingActivity.OfCard(card.ToJson(), card.Summary);

    private async Task<bool> NoteReplacedAsync(
        Reply.Replace replace, string? message, TurnAnswer answer, TurnContext context, CancellationToken cancel)
    {
        // Only the client of whoever pressed has it in that place: the bot never writes there by itself.
        if (message == context.CardId && !await IsTheirsAsync(replace, context, cancel))
            return true;

        if (SubjectOfPress(context) is { } before && before != replace.Subject)
            await rendered.ForgetAsync(before, context.ConversationId, context.CardId, cancel);

        // Who presses an announcement in a channel looks at the event alone; the announcement stays the dispatcher's.
        var isView = context.CardDrawnForAll is null && message == context.CardId;
        return (isView && replace.Subject is { Kind: SubjectKind.Event })
            || await NoteAsync(replace.Subject, replace.Audience, message, answer, context, cancel);
    }

    // The message to be replaced is named by whoever pressed, and may be any of the bot's: an announcement, another's form.
    private async Task<bool> IsTheirsAsync(Reply.Replace replace, TurnContext context, CancellationToken cancel) =>
        context.CardId is { } card
        && (posted.Has(context.ConversationId, card, context.Who.Id)
            || await rendered.KnowsAsync(replace.Subject, context.ConversationId, card, cancel)
            || (SubjectOfPress(context) != replace.Subject
                && await rendered.KnowsAsync(SubjectOfPress(context), context.ConversationId, card, cancel)));

    private static Subject? SubjectOfPress(TurnContext context) =>
        RequestContextReader.IdIn(context.Input) is { } request ? Subject.Request(request)
        : EventContextReader.IdIn(context.Input) is { } drEvent ? Subject.Event(drEvent)
        : null;

    private async Task<bool> NoteAsync(
        Subject? shown, Audience audience, string? message, TurnAnswer answer, TurnContext context, CancellationToken cancel)
    {
        if (shown is { } subject && message is not null && answer.VersionOf(subject) is { } version)
        {
            var isForAll = message != context.CardId || context.CardDrawnForAll is not null;
            await rendered.NoteAsync(
                subject, version, AudienceOf(subject, audience, context), context.ReplyTo, message, isForAll, cancel);
        }

        return true;
    }
}
