using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Trust;

/// <summary>
/// The bot's own token for the Bot Connector, cached until shortly before it expires. Concurrent callers share one refresh, which has a
/// time limit; the SDK's own credentials have neither, and cannot be told that Teams refused a token.
/// </summary>
internal sealed class BotToken(
    IAccessTokenProvider provider, IOptions<ConnectorOptions> options, TimeProvider time, ConnectorMetrics metrics, ILogger<BotToken> log)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private Task _refresh = Task.CompletedTask;
    private volatile AccessToken? _cached;

    /// <summary>Null when no token can be obtained in time; the reason is logged.</summary>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (Current(Margin) is { } fresh)
            return fresh;

        await RefreshOnce().WaitAsync(cancellationToken);

        // After a failed refresh the old token is still used for its last minutes.
        return Current(TimeSpan.Zero);
    }

    /// <summary>Drops a token that Teams refused, so that the next call asks for another.</summary>
    public void Forget(string token)
    {
        if (_cached is { } cached && cached.Value == token)
            _cached = null;
    }

    private Task RefreshOnce()
    {
        lock (_lock)
            return _refresh.IsCompleted && Current(Margin) is null ? _refresh = RefreshAsync() : _refresh;
    }

    // Not tied to the call that happens to start it: others wait for the same token.
    private async Task RefreshAsync()
    {
        using var limit = new CancellationTokenSource(options.Value.SignInTimeLimit, time);
        try
        {
            _cached = await provider.GetTokenAsync(limit.Token);
            metrics.TokenRefreshed(worked: true);
        }
        catch (Exception error)
        {
            metrics.TokenRefreshed(worked: false);
            log.BotTokenUnavailable(error);
        }
    }

    private string? Current(TimeSpan margin) =>
        _cached is { } cached && time.GetUtcNow() < cached.ExpiresOn - margin ? cached.Value : null;
}
