namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>Tells the dispatcher that there may be something to do.</summary>
public sealed class AnnouncementSignals : IDisposable
{
    /// <summary>Set when an event, or who follows, has changed. It need not be: what is not signalled is found a little later.</summary>
    public Signal Events { get; } = new();

    /// <summary>Set when deliveries may have become due, or there is room for more.</summary>
    internal Signal Deliveries { get; } = new();

    public void Dispose()
    {
        Events.Dispose();
        Deliveries.Dispose();
    }
}
