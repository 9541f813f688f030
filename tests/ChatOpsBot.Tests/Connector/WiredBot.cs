using System.Text;
using System.Text.Json.Nodes;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Connector;

/// <summary>The smallest bot on the real connector: a registered one, on Kestrel, with a fake issuer and a clock of its own.</summary>
internal sealed class WiredBot : IAsyncDisposable
{
    public static readonly TimeSpan CallTimeLimit = TimeSpan.FromSeconds(100);

    private readonly WebApplication _app;

    private WiredBot(WebApplication app, FakeTokenIssuer issuer, FakeKey key, FakeTimeProvider clock, FakeSignIn signIn)
    {
        _app = app;
        Issuer = issuer;
        Key = key;
        Clock = clock;
        SignIn = signIn;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTokenIssuer Issuer { get; }

    /// <summary>The key announced at start, endorsed for Teams.</summary>
    public FakeKey Key { get; }

    public FakeTimeProvider Clock { get; }

    public FakeSignIn SignIn { get; }

    public HttpClient Http { get; }

    public RecordingHandler Handler => (RecordingHandler)_app.Services.GetRequiredService<IActivityHandler>();

    public ConnectorClient Teams => _app.Services.GetRequiredService<ConnectorClient>();

    public OutgoingPace Pace => _app.Services.GetRequiredService<OutgoingPace>();

    public static async Task<WiredBot> StartAsync(FakeTeams? teams = null, FakeTimeProvider? clock = null)
    {
        clock ??= new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        var issuer = await FakeTokenIssuer.StartAsync();
        var key = issuer.Announce(new FakeKey("key-1", ["msteams"]));
        var signIn = new FakeSignIn(clock);
        var app = Build(
            "Production",
            Registration(issuer),
            services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.AddSingleton<IAccessTokenProvider>(signIn);
                if (teams is not null)
                    services.ConfigureHttpClientDefaults(it =>
                        it.AddHttpMessageHandler(() => new WayTo(teams.Address, "smba.trafficmanager.net")));
            });
        await app.StartAsync();
        return new(app, issuer, key, clock, signIn);
    }

    /// <summary>A bot that is not started yet.</summary>
    public static WebApplication Build(
        string environment,
        IReadOnlyDictionary<string, string?> settings,
        Action<IServiceCollection>? more = null,
        string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls(url);
        builder.Services.AddConnector();
        builder.Services.AddSingleton<IActivityHandler, RecordingHandler>();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapConnector();
        return app;
    }

    public static Dictionary<string, string?> Registration(FakeTokenIssuer? issuer = null) => new()
    {
        ["Teams:AppId"] = ActivityJson.AppId,
        ["Teams:TenantId"] = ActivityJson.TenantId,
        ["Teams:ClientSecret"] = "not a real one",
        ["Teams:OpenIdMetadata"] = issuer?.MetadataAddress ?? "https://login.botframework.com/v1/.well-known/openidconfiguration",

        // Far longer than any wait between two tries: fake time runs faster than sockets answer.
        ["Teams:CallTimeLimit"] = CallTimeLimit.ToString(),
    };

    public Letter Letter(JsonObject? activity = null) =>
        new(Key, Clock.GetUtcNow()) { Activity = activity ?? ActivityJson.Message() };

    public Task<HttpResponseMessage> SendAsync(Letter letter) => Http.SendAsync(letter.ToRequest(), TestContext.Current.CancellationToken);

    /// <summary>Sends an activity, and says what the bot was told of it.</summary>
    public async Task<IncomingActivity> ReadAsync(JsonObject activity)
    {
        var seen = Handler.Seen.Count;
        using var answer = await SendAsync(Letter(activity));
        Assert.Equal(seen + 1, Handler.Seen.Count);
        return Handler.Seen[^1];
    }

    /// <summary>Sends any body under a valid token.</summary>
    public async Task<HttpResponseMessage> SendBytesAsync(byte[] body, string contentType = "application/json")
    {
        var request = Letter().ToRequest();
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SendTextAsync(string body) => SendBytesAsync(Encoding.UTF8.GetBytes(body));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
