using ChatOpsBot.Host.Delivery;

namespace ChatOpsBot.Host.Recovery.Announcing;

/// <summary>Tells the dispatcher that there may be something to do.</summary>
public sealed class AnnouncingBells : IDisposable
{
    /// <summary>Rung when an event, or who follows, has changed. It need not be: what nobody rings for is found a little later.</summary>
    public OutboxSignal Events { get; } = new();

    /// <summary>Rung when deliveries may have become due, or there is room for more.</summary>
    internal OutboxSignal Deliveries { get; } = new();

    public void Dispose()
    {
        Events.Dispose();
        Deliveries.Dispose();
    }
}
