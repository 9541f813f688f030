using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Trust;

/// <summary>
/// Stops the host when local mode would accept connections from other machines. The addresses are known only after the server has bound
/// them.
/// </summary>
internal sealed class LocalPlaygroundGuard(LocalPlaygroundMode mode, IServer server, ILogger<LocalPlaygroundGuard> log)
    : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!mode.IsOn)
            return Task.CompletedTask;

        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.FirstOrDefault(it => !IsLoopback(it)) is { } open)
        {
            throw new OptionsValidationException(
                ConnectorOptions.Section,
                typeof(ConnectorOptions),
                [$"Teams:AppId is missing. Without it the bot listens on loopback only, but it was told to listen on {open}."]);
        }

        log.LocalPlaygroundIsOn();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && LocalPlaygroundMode.IsLoopbackHost(uri.Host);
}
