using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Local mode: no token needed, and no way to have it anywhere but on one's own machine.</summary>
public sealed class LocalPlaygroundTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("http://127.0.0.1:56150/_connector")]
    [InlineData("https://[::1]:56150/_connector")]
    public async Task An_activity_of_the_playground_is_taken_without_a_token(string serviceUrl)
    {
        await using var app = await StartAsync();

        var answer = await SendAsync(app, Playground(serviceUrl));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(Handler(app).Seen);
    }

    [Fact]
    public async Task Answers_go_to_this_machine_without_a_token()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var app = await StartAsync();
        var client = app.Services.GetRequiredService<ConnectorClient>();

        var outcome = await client.SendAsync(
            new() { ServiceUrl = teams.ServiceUrl, ConversationId = "a:ana" }, OutgoingActivity.OfText("Hello."), Stop);

        Assert.IsType<SendOutcome.Sent>(outcome);
        Assert.Null(Assert.Single(teams.Received).Authorization);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://localhost@evil.example/")]
    [InlineData("http://192.0.2.1/")]
    public async Task A_service_url_elsewhere_is_refused(string serviceUrl)
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(app, Playground(serviceUrl))).StatusCode);
    }

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("::ffff:203.0.113.7")]
    [InlineData(null)]
    public async Task A_caller_from_elsewhere_is_refused(string? caller)
    {
        await using var app = await StartAsync(services => services.AddSingleton<IStartupFilter>(new CallsFrom(caller)));

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(app, Playground())).StatusCode);
    }

    [Theory]
    [InlineData("Host", "bot.tunnel.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task A_caller_through_a_tunnel_is_refused(string header, string value)
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(app, Playground(), (header, value))).StatusCode);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("")]
    public async Task Anywhere_but_in_Development_the_host_does_not_start_without_an_app_id(string environment)
    {
        await using var app = WiredBot.Build(environment, new Dictionary<string, string?>());

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Stop));

        Assert.Contains("Teams:AppId is missing", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Teams:TenantId", ActivityJson.TenantId)]
    [InlineData("Teams:ClientSecret", "not a real one")]
    [InlineData("Teams:CertificatePath", "bot.pfx")]
    [InlineData("Teams:ManagedIdentity", "true")]
    public async Task Half_a_registration_is_no_local_mode(string key, string value)
    {
        await using var app = WiredBot.Build("Development", new Dictionary<string, string?> { [key] = value });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Stop));

        Assert.Contains("Teams:AppId is missing", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    public async Task Listening_to_other_machines_is_no_local_mode(string url)
    {
        await using var app = WiredBot.Build("Development", new Dictionary<string, string?>(), url: url);

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Stop));

        Assert.Contains("Teams:AppId is missing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_app_id_a_token_is_needed_in_Development_too()
    {
        await using var app = WiredBot.Build("Development", WiredBot.Registration());
        await app.StartAsync(Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(app, Playground())).StatusCode);
    }

    private static async Task<WebApplication> StartAsync(Action<IServiceCollection>? more = null)
    {
        var app = WiredBot.Build("Development", new Dictionary<string, string?>(), more);
        await app.StartAsync(Stop);
        return app;
    }

    private static RecordingHandler Handler(WebApplication app) => (RecordingHandler)app.Services.GetRequiredService<IActivityHandler>();

    private static JsonObject Playground(string serviceUrl = "http://localhost:56150/_connector") =>
        ActivityJson.Message()
            .With("serviceUrl", serviceUrl)
            .With("recipient", new JsonObject { ["id"] = "00000000-0000-0000-0000-00000000000011", ["name"] = "Test Bot" });

    private static async Task<HttpResponseMessage> SendAsync(
        WebApplication app, JsonObject activity, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient();
        var request = new HttpRequestMessage(HttpMethod.Post, $"{app.Urls.Single()}/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, Stop);
    }
}
