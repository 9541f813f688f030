using System.Diagnostics;
using ChatOpsBot.Application;
using ChatOpsBot.Connector.Trust;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Local;

/// <summary>Runs the Playground as a child of the bot in local mode, and says where to find it.</summary>
internal sealed class Playground(
    LocalPlaygroundMode local,
    IOptions<PlaygroundOptions> options,
    IServer server,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Playground> log) : BackgroundService
{
    private const string Instead = "Without it: dotnet run --project bot/Host -- chat";

    private readonly long _since = time.GetTimestamp();

    /// <summary>The address of its page; null while there is none to open.</summary>
    public string? Page { get; private set; }

    private PlaygroundOptions Options => options.Value;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (local.IsOn && Options.Enabled && PlaygroundInstall.Program("node") is not null)
        {
            PortCheck.MustBeFree(Options.Port, "Playground:Port");
            Say("Starting the bot ...");
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!local.IsOn || !await StartedAsync(stoppingToken))
            return;

        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/');
        if (!Options.Enabled)
        {
            Say($"The bot listens on {address}.");
            return;
        }

        if (PlaygroundInstall.Program("node") is not { } node)
        {
            Say(
                $"The bot listens on {address}. Node.js is not installed, so the Playground (a Teams-like client) is not started. {Instead}");
            return;
        }

        if (await InstalledAsync(stoppingToken))
            await RunAsync(node, $"{address}/api/messages", stoppingToken);
    }

    private async Task<bool> InstalledAsync(CancellationToken cancel)
    {
        if (File.Exists(PlaygroundInstall.Script(Options.Folder)))
            return true;

        Say("Installing the Microsoft 365 Agents Playground from npm (first start only) ...");
        if (await PlaygroundInstall.InstallAsync(Options.Folder, cancel) is not { } reason)
            return true;

        Say($"The Playground cannot be installed: {reason} {Instead}");
        return false;
    }

    private async Task RunAsync(string node, string endpoint, CancellationToken cancel)
    {
        Say("Starting the Playground, a Teams-like client ...");
        using var process = Process.Start(PlaygroundLaunch.Of(node, Options.Folder, Options.Port, endpoint))!;
        string? reason = null;
        process.ErrorDataReceived += (_, line) =>
        {
            reason ??= PlaygroundLaunch.ReasonIn(line.Data);
            Listen(line.Data);
        };
        process.OutputDataReceived += (_, line) => Listen(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            await process.WaitForExitAsync(cancel);
            Page = null;
            Say($"The Playground ended with {process.ExitCode}{(reason is null ? "" : $" ({reason})")}. {Instead}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private void Listen(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;

        log.PlaygroundSays(line);
        if (line.StartsWith("Listening on ", StringComparison.Ordinal))
        {
            Page = Options.Page;
            var seconds = Math.Ceiling(time.GetElapsedTime(_since).TotalSeconds);
            Say($"Open {Page} and say hello. (Ready in {seconds:F0} s; Ctrl+C stops both.)");
        }
    }

    private static void Say(string line) => Console.Out.WriteLine(line);

    private async Task<bool> StartedAsync(CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var onStop = cancel.Register(() => started.TrySetCanceled(cancel));
        try
        {
            await started.Task;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
