using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Trust;

/// <summary>The bot's own token for the Bot Connector: kept until shortly before it expires, refreshed once for all who wait.</summary>
internal sealed class BotToken(TokenCredential credential, IOptions<ConnectorOptions> options, TimeProvider time, ConnectorMetrics metrics, ILogger<BotToken> log)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private Task _refresh = Task.CompletedTask;
    private volatile Held? _held;

    /// <summary>Null when none can be had in time; the reason is logged.</summary>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (Current(Margin) is { } fresh)
            return fresh;

        await RefreshOnce().WaitAsync(cancellationToken);

        // A refresh that failed leaves the old token, good for its last minutes.
        return Current(TimeSpan.Zero);
    }

    /// <summary>Forgets a token that Teams refused, so that the next call asks for another.</summary>
    public void Forget(string token)
    {
        if (_held is { } held && held.Token == token)
            _held = null;
    }

    private Task RefreshOnce()
    {
        lock (_lock)
            return _refresh.IsCompleted && Current(Margin) is null ? _refresh = RefreshAsync() : _refresh;
    }

    // Not bound to the call that happens to cause it: others wait for the same token.
    private async Task RefreshAsync()
    {
        using var limit = new CancellationTokenSource(options.Value.SignInTimeLimit, time);
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([options.Value.TokenScope]), limit.Token);
            _held = new(token.Token, token.ExpiresOn);
            metrics.TokenRefreshed(worked: true);
        }
        catch (Exception error)
        {
            metrics.TokenRefreshed(worked: false);
            log.BotTokenUnavailable(error);
        }
    }

    private string? Current(TimeSpan margin) => _held is { } held && time.GetUtcNow() < held.ExpiresOn - margin ? held.Token : null;

    private sealed record Held(string Token, DateTimeOffset ExpiresOn);
}
