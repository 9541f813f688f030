using ChatOpsBot.Connector.Trust;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Local;

/// <summary>Runs the Playground as a child of the bot in local mode, says where to find it, and opens one for a second person.</summary>
internal sealed class Playground(
    LocalPlaygroundMode local,
    IOptions<PlaygroundOptions> options,
    PlaygroundChats chats,
    IServer server,
    IConfiguration configuration,
    IHostApplicationLifetime lifetime,
    TimeProvider time) : BackgroundService
{
    private const string Instead = "Without it: dotnet run --project bot/Host -- chat";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    // One at a time: a second press finds what the first has opened, and the bound holds.
    private readonly SemaphoreSlim _opening = new(1);

    private readonly long _since = time.GetTimestamp();

    // Set once the first one starts: Node.js and the address that every other one needs too.
    private (string Node, string Endpoint)? _running;

    private PlaygroundOptions Options => options.Value;

    private string? Address => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/');

    /// <summary>Whether a second person's can be opened.</summary>
    public bool CanOpen => _running is not null && !chats.IsFull;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (local.IsOn && Options.Enabled && PlaygroundInstall.Program("node") is not null)
        {
            PortCheck.MustBeFree(Options.Port, "Playground:Port");
            Say("Starting the bot ...");
        }

        return base.StartAsync(cancellationToken);
    }

    /// <summary>Opens one for a person, unless it is open; it ends with the bot.</summary>
    /// <returns>Null once its page can be opened.</returns>
    public async Task<PlaygroundFault?> OpenAsync(PlaygroundPerson person, CancellationToken cancel)
    {
        await _opening.WaitAsync(cancel);
        try
        {
            if (chats.Open.Any(it => it.Person.Id == person.Id))
                return null;

            return _running is var (node, endpoint) && CanOpen
                ? await LaunchAsync(person, node, endpoint)
                : PlaygroundFault.Full;
        }
        finally
        {
            _opening.Release();
        }
    }

    public override void Dispose()
    {
        _opening.Dispose();
        base.Dispose();
    }

    // Not cancelled with the request: whoever opens it again a moment later is to find it.
    private async Task<PlaygroundFault?> LaunchAsync(PlaygroundPerson person, string node, string endpoint)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = chats.RunAsync(node, person, endpoint, _ => ready.TrySetResult(), lifetime.ApplicationStopping);
        var late = Task.Delay(Patience, time, stop.Token);
        var first = await Task.WhenAny(ready.Task, run, late);
        await stop.CancelAsync();
        if (first == run && await run is { } end)
            Say(end);
        return first == run ? PlaygroundFault.Ended
            : first == late ? PlaygroundFault.Late
            : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!local.IsOn)
            return;

        if (Options.Enabled && PlaygroundInstall.Program("node") is { } node)
            await PlayAsync(node, stoppingToken);
        else if (await StartedAsync(stoppingToken))
            Say(
                Options.Enabled
                    ? $"The bot listens on {Address}. Node.js is not installed, so the Playground (a Teams-like client) is not started. {Instead}"
                    : $"The bot listens on {Address}.");
    }

    private async Task PlayAsync(string node, CancellationToken cancel)
    {
        var end = await PlaygroundInstall.EnsureAsync(Options.Folder, Say, cancel) ?? await RunAsync(node, cancel);
        if (end is not null && await StartedAsync(cancel) && !await IsEndingAsync(cancel))
            Say($"{end} {Instead}");
    }

    // Ctrl+C reaches the Playground as well, and it may be the first to heed it.
    private async Task<bool> IsEndingAsync(CancellationToken cancel)
    {
        try
        {
            await Task.Delay(AMoment, time, cancel);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    // Beside the bot, where its address is known already: both take seconds.
    private async Task<string?> RunAsync(string node, CancellationToken cancel)
    {
        var expected = ListenAddresses.Expected(configuration)?.AbsoluteUri.TrimEnd('/');
        if (expected is null && !await StartedAsync(cancel))
            return null;

        Say("Starting the Playground, a Teams-like client ...");
        var endpoint = $"{expected ?? Address}/api/messages";
        _running = (node, endpoint);
        return await chats.RunAsync(node, PlaygroundPerson.First, endpoint, chat => _ = SayReadyAsync(chat, cancel), cancel);
    }

    private async Task SayReadyAsync(PlaygroundChat chat, CancellationToken cancel)
    {
        if (!await StartedAsync(cancel))
            return;

        var seconds = Math.Ceiling(time.GetElapsedTime(_since).TotalSeconds);
        Say($"Open {chat.Page} and say hello. (Ready in {seconds:F0} s; Ctrl+C stops both.)");
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
