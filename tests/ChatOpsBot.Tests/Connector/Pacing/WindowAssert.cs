namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>Looks at windows as Teams would, with no knowledge of how they were kept.</summary>
internal static class WindowAssert
{
    private static readonly (int Calls, int Seconds)[] ThreadWindows = [(7, 1), (8, 2), (60, 30), (1800, 3600)];

    public static void KeptWithin(IReadOnlyList<AskedCall> gone, int tenantCalls = 50)
    {
        foreach (var tenant in gone.GroupBy(it => it.Place.TenantId))
            AtMost(tenantCalls, 1, tenant);
        foreach (var thread in gone.GroupBy(it => it.Place))
        {
            foreach (var (calls, seconds) in ThreadWindows)
                AtMost(calls, seconds, thread);
        }
    }

    /// <summary>In one thread, calls of one urgency leave in the order in which they were asked for.</summary>
    public static void InOrder(IReadOnlyList<AskedCall> gone)
    {
        foreach (var line in gone.GroupBy(it => (it.Place, it.Urgency)))
            Assert.Equal(line.Select(it => it.Number).Order(), line.Select(it => it.Number));
    }

    // One call too many in a window is two calls, that many positions apart, that lie closer than the window is long.
    private static void AtMost(int calls, int seconds, IEnumerable<AskedCall> gone)
    {
        var times = gone.Select(it => it.At).ToList();
        for (var at = calls; at < times.Count; at++)
        {
            if (times[at] - times[at - calls] < TimeSpan.FromSeconds(seconds))
                Assert.Fail($"More than {calls} in {seconds} s, from {times[at - calls]} to {times[at]}.");
        }
    }
}
