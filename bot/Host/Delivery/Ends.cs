using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Host.Delivery;

/// <summary>What the end of a call to Teams means for its errand.</summary>
internal static class Ends
{
    /// <summary>The request is of a type that this version of the bot does not have.</summary>
    public static ErrandEnd UnknownType(Request request) => new ErrandEnd.Hopeless($"There is no request type {request.Type}.");

    /// <summary>A message whose end is unknown is sent once more: told twice is better than not told.</summary>
    public static ErrandEnd Of(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent => ErrandEnd.Done.Well,
        SendOutcome.Throttled throttled => new ErrandEnd.Later("Teams throttles.", throttled.RetryAfter),
        SendOutcome.Unreachable unreachable => new ErrandEnd.Later($"Teams cannot be reached: {unreachable.Reason}"),
        SendOutcome.UnknownEnd unknown => new ErrandEnd.Later($"Unknown outcome: {unknown.Reason} (HTTP {unknown.Status})"),
        SendOutcome.Refused { Why: Refusal.BotNotRegistered } => new ErrandEnd.Later("Teams does not know the bot's token."),
        SendOutcome.Refused refused => new ErrandEnd.Hopeless($"Teams refuses: {refused.Why} (HTTP {refused.Status}, {refused.Code})"),
        _ => throw new InvalidOperationException($"Nobody knows what {outcome.GetType().Name} means."),
    };
}
