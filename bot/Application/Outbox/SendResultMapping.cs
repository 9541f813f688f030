using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Outbox;

/// <summary>What the end of a call to Teams means for its message.</summary>
internal static class SendResultMapping
{
    /// <summary>The request is of a type that this version of the bot does not have.</summary>
    public static HandlingResult UnknownType(Request request) =>
        new HandlingResult.PermanentFailure($"There is no request type {request.Type}.");

    /// <summary>A message whose end is unknown is sent once more: told twice is better than not told.</summary>
    public static HandlingResult Of(SendOutcome outcome) =>
        outcome switch
        {
            SendOutcome.Sent => HandlingResult.Done.Instance,
            SendOutcome.Throttled throttled => new HandlingResult.Later("Teams throttles.", throttled.RetryAfter),
            SendOutcome.Unreachable unreachable => new HandlingResult.Later($"Teams cannot be reached: {unreachable.Reason}"),
            SendOutcome.UnknownEnd unknown => new HandlingResult.Later($"Unknown outcome: {unknown.Reason} (HTTP {unknown.Status})")
            {
                IsOutcomeUnknown = true,
            },
            SendOutcome.Refused { Why: Refusal.BotNotRegistered } => new HandlingResult.Later("Teams does not know the bot's token."),
            // Teams redirects nobody: something between does, such as a proxy that wants a sign-in, and will not for ever.
            SendOutcome.Refused { Status: >= 300 and < 400 and var status } => new HandlingResult.Later($"Redirected (HTTP {status})."),
            SendOutcome.Refused refused => new HandlingResult.PermanentFailure(
                $"Teams refuses: {refused.Why} (HTTP {refused.Status}, {refused.Code})"),
            _ => throw new InvalidOperationException($"Nobody knows what {outcome.GetType().Name} means."),
        };
}
