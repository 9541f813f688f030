using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Keeps the calls of this process within the rate limits of Teams: per tenant, and per chat or channel. Await <see cref="WaitAsync"/>
/// before every call, retries included, and report its outcome to <see cref="Ended"/>. A thread that is slow or throttled does not delay
/// others.
/// </summary>
/// <remarks>
/// Not built on System.Threading.RateLimiting: its limiters take no <see cref="TimeProvider"/>, count in segments where Teams may not, and
/// chained ones hold the permit of one while they wait for the next. A call counts from the moment it is released; one that is cancelled
/// before that does not count, and there is nothing to return afterwards.
/// </remarks>
public sealed class OutgoingPace(
    IOptions<PacingOptions> options, TimeProvider time, ConnectorMetrics metrics, ILogger<OutgoingPace> log) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PaceRules _rules = new(options.Value);
    private readonly Dictionary<string, TenantPace> _tenants = [];
    private bool _isClosed;

    /// <summary>
    /// Waits until a call may be sent. Calls of one thread and urgency are released in the order in which they were queued; a caller that
    /// needs them to arrive in order as well awaits each before the next. Waiting calls are held in memory: a caller with many to send
    /// queues a hundred at a time, not all. Calls that only read may use it too; their own limits are twice as high.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled before it was released: nothing is counted.</exception>
    /// <exception cref="ObjectDisposedException">The bot is shutting down.</exception>
    public Task WaitAsync(PacedPlace place, Urgency urgency, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);

        var call = Tenant(place).Enqueue(place.ThreadKey, urgency);
        if (cancellationToken.CanBeCanceled && !call.Task.IsCompleted)
            _ = call.ObserveAsync(cancellationToken);
        return call.Task;
    }

    /// <summary>
    /// How long the thread's own windows and backoff still hold its next call; zero when only the tenant's limit applies. For callers that
    /// would rather do something else in the meantime than wait.
    /// </summary>
    public TimeSpan HeldFor(PacedPlace place) => Tenant(place).HeldFor(place.ThreadKey);

    /// <summary>
    /// Reports the outcome of a call. A throttled thread backs off for as long as Teams asked, or else longer each time; eight threads
    /// throttled in a row, with no call accepted in between, slow all announcements of the tenant.
    /// </summary>
    public void Ended(PacedPlace place, SendOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome is SendOutcome.Throttled throttled)
        {
            if (Tenant(place).Throttled(place.ThreadKey, throttled.RetryAfter) is not { } share)
                return;

            metrics.BackedOff();
            log.TenantThrottled(place.TenantId, share);
        }
        else if (outcome is SendOutcome.Sent or SendOutcome.Refused { Status: > 0 })
        {
            Tenant(place).Passed(place.ThreadKey);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (var tenant in _tenants.Values)
                tenant.Dispose();
        }
    }

    private TenantPace Tenant(PacedPlace place)
    {
        lock (_lock)
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
