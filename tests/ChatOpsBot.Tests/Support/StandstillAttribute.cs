using System.Collections.Concurrent;
using System.Reflection;
using ChatOpsBot.Tests.Support;
using Xunit.v3;

[assembly: Standstill]

namespace ChatOpsBot.Tests.Support;

/// <summary>
/// Names a test that does not come to an end. It is cancelled after five minutes; where it does not heed that, the whole run
/// ends a minute later and says which tests ran. Otherwise a run stands until something outside ends it, and nobody learns why.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class StandstillAttribute : BeforeAfterTestAttribute
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);
    private static readonly ConcurrentDictionary<string, Running> Tests = new();
    private static readonly ConcurrentQueue<string> Ended = new();

    private static long _lastEnd = TimeProvider.System.GetTimestamp();

    // A thread of its own: what stands still may hold every thread of the pool.
    static StandstillAttribute() => new Thread(Watch) { IsBackground = true, Name = "Standstill" }.Start();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) =>
        Tests[test.UniqueID] = new(test.TestDisplayName, TestContext.Current, TimeProvider.System.GetTimestamp());

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        Tests.TryRemove(test.UniqueID, out _);
        Ended.Enqueue(test.TestDisplayName);
        while (Ended.Count > 10)
            Ended.TryDequeue(out _);
        Volatile.Write(ref _lastEnd, TimeProvider.System.GetTimestamp());
    }

    private static void Watch()
    {
        for (; ; Thread.Sleep(TimeSpan.FromSeconds(5)))
        {
            if (Tests.IsEmpty && TimeProvider.System.GetElapsedTime(Volatile.Read(ref _lastEnd)) > Patience + Grace)
                Environment.FailFast($"No test runs, but something of them does not end. The last ones: {string.Join("; ", Ended)}");

            foreach (var test in Tests.Values.Where(it => it.Lasts > Patience))
            {
                if (test.Lasts > Patience + Grace)
                    Environment.FailFast($"Tests that did not end: {string.Join("; ", Tests.Values.OrderByDescending(it => it.Lasts))}");
                test.Context.CancelCurrentTest();
            }
        }
    }

    private sealed record Running(string Name, ITestContext Context, long Since)
    {
        public TimeSpan Lasts => TimeProvider.System.GetElapsedTime(Since);

        public override string ToString() => $"{Name} ({Lasts.TotalSeconds:F0} s)";
    }
}
