using System.Diagnostics;
using System.Globalization;

namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>Where the machine's processor time went: a figure from a machine that was busy with other work says little.</summary>
/// <param name="Busy">All processes, and what another guest of the same hardware took.</param>
/// <param name="Ours">This process and those it started that have ended.</param>
internal sealed record MachineTime(TimeSpan Busy, TimeSpan Ours, long Timestamp)
{
    public static MachineTime Now
    {
        get
        {
            // proc(5): user, nice, system, idle, iowait, irq, softirq, steal; and of a process utime, stime, cutime, cstime.
            var machine = Numbers(File.ReadLines("/proc/stat").First()["cpu".Length..]);
            var own = File.ReadAllText("/proc/self/stat");
            var process = own[(own.LastIndexOf(')') + 3)..].Split(' ')[11..15];
            return new(
                Ticks(machine[..3].Sum() + machine[5..8].Sum()),
                Ticks(Numbers(string.Join(' ', process)).Sum()),
                Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Share of the machine that others had since then.</summary>
    /// <param name="peer">What the measured process used meanwhile.</param>
    public double OthersSince(MachineTime since, TimeSpan peer)
    {
        var all = Stopwatch.GetElapsedTime(since.Timestamp, Timestamp) * Environment.ProcessorCount;
        var others = Busy - since.Busy - (Ours - since.Ours) - peer;
        return Math.Max(0, others / all);
    }

    private static List<long> Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(it => long.Parse(it, CultureInfo.InvariantCulture))];

    // Linux counts them in hundredths of a second, whatever the kernel's own clock.
    private static TimeSpan Ticks(long count) => TimeSpan.FromMilliseconds(count * 10);
}
