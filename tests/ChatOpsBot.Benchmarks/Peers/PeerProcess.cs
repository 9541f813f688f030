using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>A peer that runs, and what it takes of the machine.</summary>
internal sealed class PeerProcess : IDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private PeerProcess(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    public Uri Endpoint { get; }

    /// <summary>What it has used of a core so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory it holds now.</summary>
    public double ResidentMegabytes =>
        File.ReadLines($"/proc/{_process.Id}/status")
            .Where(line => line.StartsWith("VmRSS", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
            .Single();

    public static async Task<PeerProcess> StartAsync(Peer peer)
    {
        var port = FreePort();
        string WithPort(string text) => text.Replace("{port}", $"{port}", StringComparison.Ordinal);
        var start = new ProcessStartInfo(peer.Program, peer.Arguments.Select(WithPort))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in peer.Environment)
            start.Environment[name] = WithPort(value);

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is { } said ? $"{peer.Name}: {said}\n" : "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var running = new PeerProcess(process, new Uri($"http://127.0.0.1:{port}/api/messages"));
        await running.UntilItListensAsync(peer, port);
        return running;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task UntilItListensAsync(Peer peer, int port)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < StartWithin && !_process.HasExited;)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }

        Dispose();
        throw new InvalidOperationException($"{peer.Name} does not listen.");
    }
}
