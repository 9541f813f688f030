using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>A pace on a leaping clock, and what it let go when.</summary>
internal sealed class PacedRun(PacingOptions? options = null, LeapingClock? clock = null, ConnectorMetrics? metrics = null)
    : IDisposable
{
    private readonly List<AskedCall> _waiting = [];
    private readonly List<AskedCall> _gone = [];
    private int _lastNumber;

    public LeapingClock Clock { get; } = clock ?? new LeapingClock();

    public OutgoingPace Pace =>
        field ??= new(Options.Create(options ?? new()), Clock, metrics ?? Unwatched.Connector, NullLogger<OutgoingPace>.Instance);

    public int Waiting => _waiting.Count;

    /// <summary>How many were cancelled before they could go.</summary>
    public int GivenUp { get; private set; }

    /// <summary>In the order in which they were let go.</summary>
    public IReadOnlyList<AskedCall> Gone => _gone;

    /// <summary>What happens the moment a call is let go.</summary>
    public Action<AskedCall> OnGone { get; set; } = _ => { };

    public static PacedPlace Place(int thread, int tenant = 0) => new($"tenant-{tenant}", $"19:{thread}@thread.tacv2");

    public AskedCall Announce(int thread) => Ask(thread, Urgency.Announcement);

    public AskedCall Answer(int thread) => Ask(thread, Urgency.Answer);

    public AskedCall Ask(int thread, Urgency urgency, int tenant = 0) => Ask(Place(thread, tenant), urgency, CancellationToken.None);

    public AskedCall Ask(PacedPlace place, Urgency urgency, CancellationToken cancellationToken)
    {
        var call = new AskedCall(++_lastNumber, place, urgency, Clock.Elapsed, Pace.WaitAsync(place, urgency, cancellationToken));
        _waiting.Add(call);

        // Who asks lets nobody else go: their instant would have rung.
        if (call.Task.IsCompleted)
            Note();
        return call;
    }

    public void Throttle(int thread, TimeSpan? retryAfter = null) => Pace.Ended(Place(thread), new SendOutcome.Throttled(retryAfter));

    public void Pass(int thread) => Pace.Ended(Place(thread), new SendOutcome.Sent("1", "c"));

    /// <summary>Plays until then.</summary>
    public void RunTo(TimeSpan until)
    {
        while (Clock.Leap(until))
            Note();
    }

    /// <summary>Plays until nothing waits any more.</summary>
    /// <returns>The instant of the last call let go.</returns>
    public TimeSpan RunToEnd()
    {
        while (_waiting.Count > 0)
        {
            Assert.True(Clock.Leap(), $"{_waiting.Count} calls wait and no timer is set.");
            Note();
        }

        return _gone.Count == 0 ? TimeSpan.Zero : _gone[^1].At;
    }

    public void Dispose() => Pace.Dispose();

    private void Note()
    {
        var done = new List<AskedCall>();
        _waiting.RemoveAll(it =>
        {
            if (it.Task.IsCompleted)
                done.Add(it);
            return it.Task.IsCompleted;
        });
        GivenUp += done.Count(it => it.Task.IsCanceled);
        done.RemoveAll(it => !it.Task.IsCompletedSuccessfully);
        foreach (var call in done)
            call.At = Clock.Elapsed;
        _gone.AddRange(done);
        done.ForEach(OnGone);
    }
}
