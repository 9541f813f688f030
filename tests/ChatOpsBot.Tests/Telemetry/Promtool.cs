using System.ComponentModel;
using System.Diagnostics;
using ChatOpsBot.Tests.House;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>Prometheus' own tool for its rules, where it is installed.</summary>
internal static class Promtool
{
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("promtool", arguments)
        {
            WorkingDirectory = Path.Combine(Repository.Root.FullName, OperationFiles.Folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var output = process!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Skip("promtool is not installed (Debian: apt-get install prometheus); .ci/run installs it.");
            return null;
        }
    }
}
