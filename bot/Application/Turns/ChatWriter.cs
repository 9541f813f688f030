using ChatOpsBot.Connector.Outgoing;

namespace ChatOpsBot.Application.Turns;

/// <summary>Writes the answer to an activity into its chat.</summary>
public sealed class ChatWriter(ConnectorClient teams, ILogger<ChatWriter> log)
{
    private readonly ConnectorClient _teams = teams.Answering;

    /// <returns>Null when it did not go out: it is logged, and not sent again.</returns>
    public async Task<SendOutcome.Sent?> SendAsync(OutgoingActivity message, TurnContext context, CancellationToken cancel)
    {
        var to = context.ReplyTo;
        return Accepted(
            context.MessageId is { } answered
                ? await _teams.ReplyAsync(to, answered, message, cancel)
                : await _teams.SendAsync(to, message, cancel));
    }

    /// <summary>Puts a message in the place of the one that was pressed. A button that came as a message names its card in replyToId; a
    /// card that is gone is posted again.</summary>
    public async Task<SendOutcome.Sent?> ReplaceAsync(OutgoingActivity message, TurnContext context, CancellationToken cancel)
    {
        if (context.CardId is not { } card)
            return await SendAsync(message, context, cancel);

        var outcome = await _teams.UpdateAsync(context.ReplyTo, card, message, cancel);
        if (outcome is SendOutcome.Refused { Why: Refusal.ActivityGone })
            return await SendAsync(message, context, cancel);

        return Accepted(outcome) is { } sent ? sent with { ActivityId = card } : null;
    }

    private SendOutcome.Sent? Accepted(SendOutcome outcome)
    {
        if (outcome is SendOutcome.Refused refused)
            log.AnswerRefused(refused.Why, refused.Status, refused.Code);
        else if (outcome is not SendOutcome.Sent)
            log.ReplyRefused(outcome.GetType().Name);

        return outcome as SendOutcome.Sent;
    }
}
