using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Keeps the calls of this process within what Teams allows: per tenant, and per chat or channel. Ask <see cref="WaitAsync"/> before every
/// call, tries among them, and tell <see cref="Ended"/> how it ended; one thread that is slow or throttled holds no other back.
/// </summary>
/// <remarks>
/// Not made of the limiters in System.Threading.RateLimiting: they take no <see cref="TimeProvider"/>, count in segments where Teams may
/// not, and chained ones hold the permit of one while they wait for the next. A call counts from the instant it is let go; one that is
/// cancelled before counts nothing, and there is nothing to give back afterwards.
/// </remarks>
public sealed class OutgoingPace(IOptions<PacingOptions> options, TimeProvider time, ConnectorMetrics metrics, ILogger<OutgoingPace> log) : IDisposable
{
    private readonly Lock _door = new();
    private readonly PaceRules _rules = new(options.Value);
    private readonly Dictionary<string, TenantPace> _tenants = [];
    private bool _isClosed;

    /// <summary>
    /// Waits until a call may leave. Calls of one thread and urgency leave in the order in which they came here; who must not be
    /// overtaken on the way as well makes the next call when the one before has ended. What waits is held in memory: whoever has much to
    /// send asks for a hundred at a time, not for all. Calls that only read may ask as well; their own limits are twice as wide.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled before it was let go: nothing counts.</exception>
    /// <exception cref="ObjectDisposedException">The bot ends.</exception>
    public Task WaitAsync(PacedPlace place, Urgency urgency, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);

        var call = Tenant(place).Join(place.ThreadKey, urgency);
        if (cancellationToken.CanBeCanceled && !call.Task.IsCompleted)
            _ = call.HearAsync(cancellationToken);
        return call.Task;
    }

    /// <summary>
    /// For how long the thread's own windows and rest allow no call; nothing, when it may go as soon as the tenant allows. For those who
    /// would rather do something else meanwhile than wait.
    /// </summary>
    public TimeSpan HeldFor(PacedPlace place) => Tenant(place).HeldFor(place.ThreadKey);

    /// <summary>
    /// Tells how a call ended. A throttled thread rests as long as Teams asked for, or else longer each time; eight threads throttled in
    /// a row, with nothing let through between, slow all announcements of the tenant.
    /// </summary>
    public void Ended(PacedPlace place, SendOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome is SendOutcome.Throttled throttled)
        {
            if (Tenant(place).Throttled(place.ThreadKey, throttled.RetryAfter) is not { } share)
                return;

            metrics.Braked();
            log.TenantThrottled(place.TenantId, share);
        }
        else if (outcome is SendOutcome.Sent or SendOutcome.Refused { Status: > 0 })
        {
            Tenant(place).Passed(place.ThreadKey);
        }
    }

    public void Dispose()
    {
        lock (_door)
        {
            _isClosed = true;
            foreach (var tenant in _tenants.Values)
                tenant.Dispose();
        }
    }

    private TenantPace Tenant(PacedPlace place)
    {
        lock (_door)
        {
            var id = place.TenantId ?? "";
            if (!_tenants.TryGetValue(id, out var tenant))
                _tenants[id] = tenant = new(_rules, time);
            if (_isClosed)
                tenant.Dispose();
            return tenant;
        }
    }
}
