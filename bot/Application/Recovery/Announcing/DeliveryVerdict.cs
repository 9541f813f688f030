using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>What becomes of a delivery after a call, and of its channel.</summary>
/// <param name="Status">How the channel stands from now on; null for as before.</param>
public sealed record DeliveryVerdict(DeliveryResult End, ChannelStatus? Status = null)
{
    /// <summary>It holds for every channel of the tenant.</summary>
    public bool IsForTenant { get; init; }
}
