using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>What a refusal of Teams means for a delivery.</summary>
public enum RefusalMeaning
{
    /// <summary>The same call will be refused again.</summary>
    PermanentFailure,

    /// <summary>With a new token it may go.</summary>
    TryAgain,

    /// <summary>The message is gone: it is posted again.</summary>
    PostAnew,

    ChannelPaused,

    ChannelGone,

    TenantPaused,
}

/// <summary>
/// Reads refusals by the error codes of the Teams documentation ("Send and receive messages with a bot", status codes from bot
/// conversational APIs).
/// </summary>
public static class RefusalRules
{
    public static RefusalMeaning Of(SendOutcome.Refused refused, DeliveryTask task) => refused.Why switch
    {
        Refusal.ActivityGone when task.Step is not DeliveryStep.Post => RefusalMeaning.PostAnew,
        Refusal.ConversationGone => RefusalMeaning.ChannelGone,
        Refusal.BotNotInRoster or Refusal.BlockedByUser => RefusalMeaning.ChannelPaused,
        Refusal.DisabledByAdmin => RefusalMeaning.TenantPaused,

        // The token may have been an old one; it is forgotten by now.
        Refusal.BotNotRegistered when task.Row.Attempt == 0 => RefusalMeaning.TryAgain,
        _ => RefusalMeaning.PermanentFailure,
    };
}
