using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ChatOpsBot.Connector.Trust;

/// <summary>
/// The keys that sign incoming tokens. Refreshed when they are a day old and when a token names an unknown key, at most once a minute;
/// kept for five days while the source is down (the longest the Bot Framework documentation allows). IdentityModel's own configuration
/// cache does not fit: it rejects the first token signed with a new key and takes no clock.
/// </summary>
internal sealed class SigningKeys(
    IHttpClientFactory clients, IOptions<ConnectorOptions> options, TimeProvider time, ConnectorMetrics metrics, ILogger<SigningKeys> log)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "Signing keys";

    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private static readonly TimeSpan Usable = TimeSpan.FromDays(5);
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);

    // With no key cached every request fails, so retry sooner; the pause still keeps a flood of requests from becoming a flood of fetches.
    private static readonly TimeSpan BetweenFirstFetches = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private volatile KeySet? _keys;
    private volatile bool _lastFetchFailed;
    private Task _fetch = Task.CompletedTask;
    private DateTimeOffset _lastFetch = DateTimeOffset.MinValue;

    public async Task<KeyLookup> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (Find(keyId, Fresh) is { } fresh)
            return fresh;

        // A known key that is a day old stays in use while the keys are refreshed.
        var fetch = FetchOnce();
        if (Find(keyId, Usable) is { } known)
            return known;

        await fetch.WaitAsync(cancellationToken);
        return Find(keyId, Usable) as KeyLookup ?? (_lastFetchFailed ? new KeyLookup.Unavailable() : new KeyLookup.Unknown());
    }

    /// <summary>One fetch shared by all who wait; none when the last one ended too recently.</summary>
    private Task FetchOnce()
    {
        lock (_lock)
        {
            var pause = _keys is null ? BetweenFirstFetches : BetweenFetches;
            return !_fetch.IsCompleted || time.GetUtcNow() - _lastFetch < pause ? _fetch : _fetch = FetchAsync();
        }
    }

    private KeyLookup.Found? Find(string keyId, TimeSpan longestAge) =>
        _keys is { } keys && time.GetUtcNow() - keys.FetchedAt < longestAge && keys.ById.TryGetValue(keyId, out var key)
            ? new KeyLookup.Found(key)
            : null;

    // Not tied to the request that happens to start it: others wait for the same keys.
    private async Task FetchAsync()
    {
        var address = options.Value.OpenIdMetadata;
        using var limit = new CancellationTokenSource(options.Value.SignInTimeLimit, time);
        try
        {
            var read = await ReadAsync(address, limit.Token);
            _keys = new(read, time.GetUtcNow());
            _lastFetchFailed = false;
            metrics.KeysFetched(worked: true);
            log.SigningKeysFetched(read.Count, address);
        }
        catch (Exception error)
        {
            _lastFetchFailed = true;
            metrics.KeysFetched(worked: false);
            log.SigningKeysUnavailable(error, address);
        }
        finally
        {
            _lastFetch = time.GetUtcNow();
        }
    }

    private async Task<FrozenDictionary<string, SigningKey>> ReadAsync(string address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        var documents = new KeyDocuments(client, new Uri(address).Scheme);
        var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, cancellationToken);
        return metadata.JsonWebKeySet.Keys
            .Where(it => it is { Kty: "RSA", Kid.Length: > 0 })
            .DistinctBy(it => it.Kid)
            .ToFrozenDictionary(it => it.Kid, SigningKey.Read);
    }

    private sealed record KeySet(FrozenDictionary<string, SigningKey> ById, DateTimeOffset FetchedAt);
}
