using System.Collections.Concurrent;
using System.Diagnostics;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Browser;

/// <summary>
/// The bot's program as a newcomer starts it, with the Playground it brings up itself, on ports and in a folder of its own.
/// </summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-browser-");
    private readonly string _port = $"{Ports.Free()}";
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private RunningBot(Action<ProcessStartInfo>? change)
    {
        _process = new Process { StartInfo = StartInfo(), EnableRaisingEvents = true };
        change?.Invoke(_process.StartInfo);
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) =>
            _ready.TrySetException(new InvalidOperationException($"The bot ended with {_process.ExitCode}. {Said}"));
    }

    /// <summary>Where the bot says the Playground is.</summary>
    public Uri? Playground { get; private set; }

    /// <summary>The bot's own address.</summary>
    public Uri Home { get; } = new($"http://localhost:{Ports.Free()}");

    private string Said => string.Join('\n', _lines);

    /// <param name="change">What else is different about the machine.</param>
    /// <returns>The bot, once it has said where to open the chat.</returns>
    public static async Task<RunningBot> StartAsync(Action<ProcessStartInfo>? change = null)
    {
        var bot = new RunningBot(change);
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        try
        {
            bot.Playground = await bot._ready.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            return bot;
        }
        catch (Exception fault) when (fault is TimeoutException or InvalidOperationException)
        {
            await bot.DisposeAsync();
            if (fault is InvalidOperationException)
                throw;

            throw new TimeoutException($"The bot did not say where to open the chat. It said: {bot.Said}");
        }
    }

    /// <summary>How its program is started in the same surroundings.</summary>
    public ProcessStartInfo Command(params string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "ChatOpsBot.dll"), .. arguments, "--dev"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
            Environment =
            {
                ["DOTNET_ENVIRONMENT"] = "",
                ["ASPNETCORE_ENVIRONMENT"] = "",
                ["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "bot.db")}",
                ["Playground__Folder"] = _folder.FullName,
                ["Playground__Port"] = _port,
            },
        };

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private ProcessStartInfo StartInfo()
    {
        // The Playground writes into its folder; a link keeps that out of tests/npm.
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "node_modules"), Path.Combine(Tools.Npm, "node_modules"));
        return Command("--urls", Home.OriginalString);
    }

    // "Open http://localhost:56150 and say hello." is what a newcomer waits for as well.
    private void Read(string? line)
    {
        if (line is null)
            return;

        _lines.Enqueue(line);
        if (line.StartsWith("Open http", StringComparison.Ordinal))
            _ready.TrySetResult(new Uri(line.Split(' ')[1]));
        else if (line.StartsWith("The Playground ended", StringComparison.Ordinal))
            _ready.TrySetException(new InvalidOperationException(line));
    }
}
