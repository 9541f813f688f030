using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Connector;

/// <summary>The token endpoints of Entra and of a machine's managed identity; keeps what they were asked.</summary>
internal sealed class FakeEntra : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = [];

    private FakeEntra(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Path and parameters of every request for a token.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public static async Task<FakeEntra> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var entra = new FakeEntra(builder.Build());
        entra._app.MapPost("/{tenant}/oauth2/v2.0/token", (Delegate)entra.GiveAsync);
        entra._app.MapGet("/metadata/identity/oauth2/token", entra.GiveToMachine);
        await entra._app.StartAsync();
        return entra;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> GiveAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        _asked.Enqueue($"{http.Request.Path}?{string.Join('&', form.Select(it => $"{it.Key}={it.Value}"))}");
        return Results.Json(new { token_type = "Bearer", expires_in = 3599, ext_expires_in = 3599, access_token = "from-entra" });
    }

    private IResult GiveToMachine(HttpContext http)
    {
        _asked.Enqueue($"{http.Request.Path}{Uri.UnescapeDataString(http.Request.QueryString.Value!)}");
        return Results.Json(new
        {
            token_type = "Bearer",
            expires_in = "3599",
            expires_on = "4102444800",
            resource = "https://api.botframework.com",
            access_token = "from-machine",
        });
    }
}
