using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Recovery.Announcing;

/// <summary>What becomes of a delivery after a call, and of its channel.</summary>
/// <param name="Standing">How the channel stands from now on; null for as before.</param>
public sealed record DeliveryVerdict(DeliveryEnd End, ChannelStanding? Standing = null)
{
    /// <summary>It holds for every channel of the tenant.</summary>
    public bool IsForTenant { get; init; }
}
