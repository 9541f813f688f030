using System.Diagnostics;

namespace ChatOpsBot.Benchmarks;

/// <summary>From starting the program to its first answer.</summary>
internal static class ColdStart
{
    private const int Runs = 5;

    public static async Task<string> MeasureAsync()
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
            times.Add(await OnceAsync());

        return $"Cold start to first answer (process, median of {Runs}): {times.Order().ElementAt(Runs / 2):F2} s";
    }

    private static async Task<double> OnceAsync()
    {
        var since = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ChatOpsBot.dll"), "ask", "who applies PTFs?"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(since).TotalSeconds
            : throw new InvalidOperationException("The program failed.");
    }
}
