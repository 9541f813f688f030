using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatOpsBot.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Support;

/// <summary>The Bot Connector's token issuer: announces its keys with their endorsements, counts who asks, can be down or hang.</summary>
public sealed class FakeTokenIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, FakeKey> _keys = [];
    private int _fetches;

    private FakeTokenIssuer(WebApplication app) => _app = app;

    public string MetadataAddress => $"{_app.Urls.Single()}/v1/.well-known/openidconfiguration";

    /// <summary>How often the announcement was asked for.</summary>
    public int Fetches => _fetches;

    public bool IsDown { get; set; }

    public bool Hangs { get; set; }

    public static async Task<FakeTokenIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new FakeTokenIssuer(builder.Build());
        issuer._app.MapGet("/v1/.well-known/openidconfiguration", (Delegate)issuer.AnnounceAsync);
        issuer._app.MapGet("/v1/.well-known/keys", () => Results.Json(new JsonObject
        {
            ["keys"] = new JsonArray([.. issuer._keys.Values.Select(it => it.Announcement)]),
        }));
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>Announces a key from now on.</summary>
    public FakeKey Announce(FakeKey key)
    {
        _keys[key.Id] = key;
        return key;
    }

    /// <summary>Announces a key no more.</summary>
    public void Withdraw(FakeKey key) => _keys.TryRemove(key.Id, out _);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> AnnounceAsync(HttpContext http)
    {
        Interlocked.Increment(ref _fetches);
        if (Hangs)
            await FakeFault.Hang().Play(http);
        return IsDown
            ? Results.StatusCode(StatusCodes.Status500InternalServerError)
            : Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = $"{_app.Urls.Single()}/v1/.well-known/keys" });
    }
}
