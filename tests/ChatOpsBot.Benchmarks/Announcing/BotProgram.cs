using System.Diagnostics;
using System.Globalization;

namespace ChatOpsBot.Benchmarks.Announcing;

/// <summary>The bot's own program on a SQLite file, which can be killed and started again.</summary>
internal sealed class BotProgram(string connectionString, IReadOnlyList<(string Name, string Value)> settings) : IDisposable
{
    private Process? _process;

    /// <summary>Most memory the program held at any time since its start, in megabytes.</summary>
    public double PeakMegabytes =>
        File.ReadLines($"/proc/{_process!.Id}/status")
            .Where(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
            .Single();

    public async Task UpAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "ChatOpsBot.dll"), "--dev", "--no-playground", "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Storage__ConnectionString"] = connectionString;
        start.Environment["Logging__LogLevel__Default"] = "Error";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginErrorReadLine();
        await _process.StandardOutput.ReadLineAsync();
    }

    /// <summary>No grace: the system takes the process away.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.Dispose();
    }
}
