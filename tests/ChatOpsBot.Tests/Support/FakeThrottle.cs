using System.Globalization;
using ChatOpsBot.Sandbox;

namespace ChatOpsBot.Tests.Support;

/// <summary>
/// Refuses what is too much, as Teams does (Teams documentation, "Optimize your bot with rate limiting in Teams"): per thread and for
/// the one tenant that a <see cref="FakeTeams"/> is. A call that is refused fills no window. By chance, more goes wrong.
/// </summary>
public sealed class FakeThrottle(TimeProvider clock, FakeTroubles? troubles = null)
{
    private static readonly (int Calls, int Seconds)[] Tenant = [(50, 1)];
    private static readonly (int Calls, int Seconds)[] Sends = [(7, 1), (8, 2), (60, 30), (1800, 3600)];
    private static readonly (int Calls, int Seconds)[] Reads = [(14, 1), (16, 2), (120, 30), (3600, 3600)];

    private readonly Lock _door = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly List<TimeSpan> _tenantCalls = [];
    private readonly Dictionary<(string Thread, bool IsRead), List<TimeSpan>> _threadCalls = [];
    private readonly Dictionary<string, FakeTally> _seen = [];

    /// <summary>What became of all calls together.</summary>
    public FakeTally Total { get; } = new();

    /// <summary>What became of the calls of one chat or channel.</summary>
    public FakeTally Seen(string thread)
    {
        lock (_door)
            return TallyOf(thread);
    }

    /// <summary>Null when the call takes its usual course.</summary>
    /// <param name="forget">Takes a message away.</param>
    internal FakeFault? Judge(FakeCall call, Action<string> forget)
    {
        lock (_door)
        {
            var wait = Wait(call);
            var verdict =
                wait > TimeSpan.Zero
                    ? FakeVerdict.WindowFull
                    : troubles?.For(call.Thread, TallyOf(call.Thread).Total) ?? FakeVerdict.LetThrough;
            TallyOf(call.Thread).Add(verdict);
            Total.Add(verdict);
            if (verdict == FakeVerdict.Forgotten && call.MessageId is { } id)
                forget(id);
            return Fault(verdict, wait, TallyOf(call.Thread).Total);
        }
    }

    // Counts the call where there is room for it.
    private TimeSpan Wait(FakeCall call)
    {
        var now = clock.GetElapsedTime(_start);
        if (!_threadCalls.TryGetValue((call.Thread, call.IsRead), out var thread))
            _threadCalls[(call.Thread, call.IsRead)] = thread = [];
        var free = Tenant
            .Select(it => FreeAt(_tenantCalls, it))
            .Concat((call.IsRead ? Reads : Sends).Select(it => FreeAt(thread, it)))
            .Max();
        if (free <= now)
        {
            thread.Add(now);
            _tenantCalls.Add(now);
        }

        return free - now;
    }

    private static TimeSpan FreeAt(List<TimeSpan> calls, (int Calls, int Seconds) window) =>
        calls.Count < window.Calls ? TimeSpan.Zero : calls[^window.Calls] + TimeSpan.FromSeconds(window.Seconds);

    private static FakeFault? Fault(FakeVerdict verdict, TimeSpan wait, int number) => verdict switch
    {
        FakeVerdict.WindowFull => FakeFault.Throttle(Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
        FakeVerdict.Throttled => FakeFault.Throttle(number % 2 == 0 ? "1" : null),
        FakeVerdict.Unavailable => FakeFault.Refuse(503, "ServiceUnavailable"),
        FakeVerdict.Hangs => FakeFault.Hang(),
        FakeVerdict.Lost => FakeFault.DropAfterAccepting(),
        _ => null,
    };

    private FakeTally TallyOf(string thread)
    {
        if (!_seen.TryGetValue(thread, out var tally))
            _seen[thread] = tally = new();
        return tally;
    }
}
