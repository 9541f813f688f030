using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Trust;

/// <summary>The bot's own token for the Bot Connector: kept until shortly before it expires, fetched by one caller at a time.</summary>
internal sealed class BotToken(
    TokenCredential credential, IOptions<ConnectorOptions> options, TimeProvider time, ILogger<BotToken> log) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _refresh = new(1);
    private volatile Held? _held;

    /// <summary>Null when none can be had in time; the reason is logged.</summary>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (Current(Margin) is { } fresh)
            return fresh;

        await _refresh.WaitAsync(cancellationToken);
        try
        {
            return Current(Margin) ?? await FetchAsync(cancellationToken);
        }
        finally
        {
            _refresh.Release();
        }
    }

    /// <summary>Forgets a token that Teams refused, so that the next call asks for another.</summary>
    public void Forget(string token)
    {
        if (_held is { } held && held.Token == token)
            _held = null;
    }

    public void Dispose() => _refresh.Dispose();

    private async Task<string?> FetchAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.SignInTimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([options.Value.TokenScope]), either.Token);
            _held = new(token.Token, token.ExpiresOn);
            return token.Token;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            log.BotTokenUnavailable(error);
            return Current(TimeSpan.Zero);
        }
    }

    private string? Current(TimeSpan margin) => _held is { } held && time.GetUtcNow() < held.ExpiresOn - margin ? held.Token : null;

    private sealed record Held(string Token, DateTimeOffset ExpiresOn);
}
