using System.Diagnostics;
using System.Globalization;
using ChatOpsBot.Faults.Situations.Crowded;
using ChatOpsBot.Faults.Situations.Killed;
using ChatOpsBot.Faults.Situations.Troubled;
using ChatOpsBot.Faults.Situations.Upgraded;

namespace ChatOpsBot.Faults.Situations;

/// <summary>All situations, one after the other, as a table of figures.</summary>
internal static class FaultSuite
{
    private static readonly (string Name, Func<IAsyncEnumerable<Figures>> Play)[] All =
    [
        ("outbox kills", OutboxKills.PlayAsync),
        ("announcing kills", AnnouncingKills.PlayAsync),
        ("troubles", Troubles.PlayAsync),
        ("full disks", FullDisks.PlayAsync),
        ("several instances", SeveralInstances.PlayAsync),
        ("upgrades", Upgrades.PlayAsync),
        ("tests", TestedSituations.PlayAsync),
    ];

    /// <returns>The exit code: 0 when nothing was lost, or doubled in silence.</returns>
    public static async Task<int> RunAsync(string only)
    {
        var since = Stopwatch.GetTimestamp();
        List<Figures> told = [];
        // Every bot says there where it listens.
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        output.WriteLine($"{"Situation",-72}{"tried",7}{"lost",7}{"doubled",9}{"marked",8}");
        foreach (var (name, play) in All.Where(situation => situation.Name.Contains(only, StringComparison.Ordinal)))
        {
            try
            {
                await foreach (var figures in play())
                    Tell(figures);
            }
#pragma warning disable CA1031 // A situation that falls over is a figure like any other, and the next is played all the same.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Tell(new(name, 1, Fault: fault.ToString()));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {"All together",-72}{told.Sum(it => it.Tried),7}{told.Sum(it => it.Lost),7}{told.Sum(it => it.Doubled),9}{told.Sum(it => it.Marked),8}
            {told.Count} situations in {Stopwatch.GetElapsedTime(since).TotalSeconds:F0} s, not good: {told.Count(it => !it.IsGood)}
            """));
        return told.TrueForAll(it => it.IsGood) ? 0 : 1;

        void Tell(Figures figures)
        {
            told.Add(figures);
            output.WriteLine($"{figures.Situation,-72}{figures.Tried,7}{figures.Lost,7}{figures.Doubled,9}{figures.Marked,8}");
            foreach (var line in figures.Notes.Append(figures.Fault).OfType<string>())
                output.WriteLine($"    {line}");
        }
    }
}
