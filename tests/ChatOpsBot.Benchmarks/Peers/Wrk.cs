using System.ComponentModel;
using System.Diagnostics;

namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>The load generator (github.com/wg/wrk): it costs far less than one in C#, which would be measured along.</summary>
/// <param name="activity">A file with an activity as <see cref="PeerTurn"/> makes it.</param>
internal sealed class Wrk(string activity)
{
    public const int Connections = 16;
    public const string Missing = "The load comes from wrk, which is not installed here. Install it with: apt-get install wrk";

    private const int People = 200;

    // Ids of activities begin with it: no run repeats those of another.
    private int _runs;

    /// <summary>Whether it is on the path.</summary>
    public static bool IsInstalled
    {
        get
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo("wrk", "-v") { RedirectStandardOutput = true, RedirectStandardError = true })!;
                process.WaitForExit();
                return true;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }

    public async Task<WrkFigures> RunAsync(Uri endpoint, TimeSpan duration)
    {
        var start = new ProcessStartInfo(
            "wrk",
            [
                "--threads", "1", "--connections", $"{Connections}", "--duration", $"{duration.TotalSeconds:F0}s", "--timeout", "10s",
                "--script", Path.Combine(AppContext.BaseDirectory, "Peers", "turns.lua"), endpoint.AbsoluteUri,
                "--", activity, $"{Interlocked.Increment(ref _runs)}", $"{People}",
            ])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? WrkFigures.Read(output) : throw new InvalidOperationException($"wrk failed: {output}");
    }
}
