using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChatOpsBot.Tests.Host;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Which programs may report, and what each may do.</summary>
public sealed class ReporterTests
{
    private const string Key = "a-key-that-only-the-monitor-has";
    private const string Failover = """{"kind": "unplanned-failover", "systems": [{"primary": "LPAR1", "drSide": "LPAR1DR"}]}""";
    private const string Update = """{"event": "DR-1", "text": "news"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static (string, string)[] Listed(string role, params (string, string)[] more) =>
    [
        ("Recovery:Reporters:0:Name", "monitor"),
        ("Recovery:Reporters:0:KeyHash", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))),
        ("Recovery:Reporters:0:Roles:0", role),
        .. more,
    ];

    [Fact]
    public async Task A_program_with_its_key_comes_in_and_no_other()
    {
        await using var bot = await RunningBot.StartAsync(Listed("dr-coordinator"));
        using var sender = new ReportSender(bot) { Key = Key };
        Assert.Equal(200, (await sender.ReportAsync("declare", Failover)).Status);
        Assert.Equal(
            ("reporter:monitor", "monitor"), ((await sender.EventAsync()).DeclaredBy.Id, (await sender.EventAsync()).DeclaredBy.Name));

        sender.Key = Key + "x";
        Assert.Equal(401, (await sender.ReportAsync("update", Update)).Status);
        sender.Key = null;
        Assert.Equal(401, (await sender.ReportAsync("update", Update)).Status);
        var report = ReportSender.Event("k", "update", ReportSender.Data(Update)).ToJsonString();
        Assert.Equal(200, (await sender.SendAsync(report, "application/cloudevents+json", ("X-Api-Key", Key))).Status);
        Assert.Equal(
            401,
            (await sender.SendAsync(report, "application/cloudevents+json", ("X-Api-Key", Key), ("Authorization", $"Bearer {Key}"))).Status);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Key, "eventgrid.azure.net", 200, "eventgrid.azure.net")]
    [InlineData(Key, "not a host", 400, null)]
    [InlineData(Key, null, 400, null)]
    [InlineData("another key", "eventgrid.azure.net", 401, null)]
    public async Task A_sender_that_asks_first_is_told_that_it_may_deliver(string key, string? origin, int status, string? allowed)
    {
        await using var bot = await RunningBot.StartAsync(Listed("dr-coordinator", ("Recovery:ReportsPerMinute", "120")));
        using var http = new HttpClient();
        using var ask = new HttpRequestMessage(HttpMethod.Options, new Uri(bot.Address, "/api/dr-events"));
        ask.Headers.Add("Authorization", $"Bearer {key}");
        if (origin is not null)
            ask.Headers.Add("WebHook-Request-Origin", origin);
        using var answer = await http.SendAsync(ask, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(allowed, answer.Headers.TryGetValues("WebHook-Allowed-Origin", out var origins) ? origins.Single() : null);
        if (status == 200)
            Assert.Equal("120", answer.Headers.GetValues("WebHook-Allowed-Rate").Single());
    }

    [Fact]
    public async Task Whoever_runs_the_infrastructure_does_not_declare()
    {
        await using var bot = await RunningBot.StartAsync(Listed("dr-operator"));
        using var sender = new ReportSender(bot) { Key = Key };
        var (status, body) = await sender.ReportAsync("declare", Failover);
        Assert.Equal((403, "dr-coordinator"), (status, (string?)body!["by"]![0]));
        Assert.Empty(await sender.EventsAsync());
    }

    [Fact]
    public async Task A_program_of_one_tenant_neither_sees_nor_repeats_what_another_does()
    {
        const string Other = "another-key";
        await using var bot = await RunningBot.StartAsync(Listed(
            "dr-coordinator",
            ("Recovery:Reporters:1:Name", "other"),
            ("Recovery:Reporters:1:KeyHash", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Other)))),
            ("Recovery:Reporters:1:Tenant", "11111111-2222-3333-4444-555555555555"),
            ("Recovery:Reporters:1:Roles:0", "dr-coordinator")));
        using var sender = new ReportSender(bot) { Key = Key };
        var report = ReportSender.Event("1", "declare", ReportSender.Data(Failover));
        await sender.SendAsync(report);
        sender.Key = Other;
        Assert.Equal(404, (await sender.ReportAsync("update", Update)).Status);
        Assert.Equal("DR-2", (string?)(await sender.SendAsync(report)).Body!["event"]);
    }

    [Fact]
    public async Task Who_sends_too_much_is_told_to_wait()
    {
        await using var bot = await RunningBot.StartAsync(("Recovery:ReportsPerMinute", "60"));
        using var sender = new ReportSender(bot);
        var answers = new List<int>();
        while (answers.Count < 200 && !answers.Contains(429))
            answers.Add((await sender.SendAsync("", "text/plain")).Status);
        Assert.Contains(429, answers);
        Assert.InRange(answers.Count, 60, 100);
    }

    [Fact]
    public async Task A_refusal_says_what_to_do_in_the_header_that_programs_read()
    {
        await using var bot = await RunningBot.StartAsync(Listed("dr-operator", ("Recovery:ReportsPerMinute", "60")));
        using var http = new HttpClient();
        using (var unknown = await http.PostAsync(new Uri(bot.Address, "/api/dr-events"), null, Cancel))
            Assert.Equal(
                ("Bearer", "application/problem+json"),
                (unknown.Headers.WwwAuthenticate.ToString(), unknown.Content.Headers.ContentType?.MediaType));

        http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        for (var sent = 0; sent < 200; sent++)
        {
            using var answer = await http.PostAsync(new Uri(bot.Address, "/api/dr-events"), null, Cancel);
            if (answer.StatusCode is not HttpStatusCode.TooManyRequests)
                continue;

            Assert.Equal(
                ("1", "application/problem+json"),
                (answer.Headers.RetryAfter?.ToString(), answer.Content.Headers.ContentType?.MediaType));
            return;
        }

        Assert.Fail("Nothing was too much.");
    }

    [Fact]
    public async Task Neither_reporters_nor_onlookers_are_looked_for_where_Teams_sends()
    {
        await using var bot = await RunningBot.StartAsync();
        var schemes = bot.Services.GetRequiredService<IAuthenticationSchemeProvider>();
        Assert.Equal(["desk", "reporter", "wall"], (await schemes.GetAllSchemesAsync()).Select(scheme => scheme.Name).Order());
        Assert.Null(await schemes.GetDefaultAuthenticateSchemeAsync());
    }

    [Fact]
    public async Task A_request_that_came_through_a_tunnel_is_not_local()
    {
        await using var bot = await RunningBot.StartAsync();
        using var sender = new ReportSender(bot);
        var report = ReportSender.Event("1", "declare", ReportSender.Data(Failover)).ToJsonString();
        Assert.Equal(403, (await sender.SendAsync(report, "application/cloudevents+json", ("Host", "bot.example.com"))).Status);
        Assert.Equal(403, (await sender.SendAsync(report, "application/cloudevents+json", ("X-Forwarded-For", "192.0.2.1"))).Status);
    }

    [Fact]
    public async Task Wrong_settings_are_told_all_at_once()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            RunningBot.StartAsync(
                ("Recovery:Reporters:0:Name", "a"),
                ("Recovery:Reporters:0:KeyHash", "secret"),
                ("Recovery:Reporters:0:Roles", "dr-operator"),
                ("Recovery:Reporters:1:Name", "A"),
                ("Recovery:Reporters:1:KeyHash", new string('0', 64)),
                ("Recovery:Reporters:1:Roles:0", "dr-authority"),
                ("Recovery:Reporters:1:Tenant", "contoso"),
                ("Recovery:ReportsPerMinute", "5")));
        string[] told = ["0:KeyHash", "0:Roles", "1:Roles", "1:Tenant", "1:Name", "ReportsPerMinute"];
        Assert.All(
            told,
            key =>
                Assert.Single(
                    fault.Failures,
                    line =>
                        line.StartsWith($"Recovery:Reporters:{key}", StringComparison.Ordinal)
                        || line.StartsWith($"Recovery:{key}", StringComparison.Ordinal)));
        Assert.Equal(told.Length, fault.Failures.Count());
    }

    [Fact]
    public async Task The_command_makes_a_key_and_the_hash_that_settings_take()
    {
        var (code, output, _) = await BotProcess.RunAsync(["dr-key"]);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[1].Trim()).ToList();
        Assert.Equal(0, code);
        Assert.Equal(lines[1], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines[0]))));
    }
}
