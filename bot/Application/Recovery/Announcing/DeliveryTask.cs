using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>A claimed delivery with all that is needed to do it.</summary>
/// <param name="Event">As it is now; null where it is no more.</param>
/// <param name="Channel">Null where it is not known any more.</param>
/// <param name="Near">The way to its team; null where none is known.</param>
public sealed record DeliveryTask(Storage.Recovery.Delivery Row, RecoveryEvent? Event, Channel? Channel, ConversationReference? Near)
{
    /// <summary>The trace of what made the event's newest version, as a traceparent; null where none is known.</summary>
    public string? Trace { get; init; }

    public DeliveryStep Step => Row.Doing!.Value;

    /// <summary>Something was sent before of which nobody knows whether it came.</summary>
    public bool IsResend => Step switch
    {
        DeliveryStep.Post => Row.State == DeliveryState.Unknown || Row.Resent > 0,
        DeliveryStep.Reply => Row.IsReplyUnknown,
        _ => false,
    };

    /// <summary>The thread of the announcement.</summary>
    public ConversationReference Thread => Near! with { ConversationId = Row.ConversationId ?? Row.ChannelId };
}
