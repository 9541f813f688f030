using System.Net.Http.Headers;
using ChatOpsBot.Host;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Postgres;

/// <summary>Other programs report to whichever of two instances of the bot they reach.</summary>
public sealed class TwoReportTests(PostgresServer server) : IAsyncDisposable
{
    private readonly string _database = $"bot_{Guid.NewGuid():N}";
    private readonly RunningClock _clock = new();
    private readonly HttpClient _http = new();
    private readonly List<WebApplication> _hosts = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_report_to_both_at_once_is_done_once_and_different_ones_all()
    {
        if (server.WhyNot is { } reason)
            Assert.Skip(reason);

        foreach (var _ in Enumerable.Range(0, 2))
            _hosts.Add(await UpAsync());
        var declared = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => ReportAsync(
            at, "declared", "declare", """{"kind": "drill", "systems": [{"primary": "LPAR1"}]}""")));
        Assert.Single(declared.Distinct());

        var said = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(at => ReportAsync(at, $"said {at}", "update", """{"event": "DR-1", "text": "news"}""")));
        Assert.All(said, answer => Assert.Equal(200, answer.Status));

        await using var db = await _hosts[0].Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        var drEvent = Assert.Single(await new RecoveryStore(db).LatestAsync(null, 10, Cancel));
        Assert.Equal(11, drEvent.Timeline.Count);
        Assert.Equal(11, await db.ReportedEvents.CountAsync(Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    private async Task<WebApplication> UpAsync()
    {
        var arguments = new BotHostArguments
        {
            Environment = "Development",
            Urls = "http://127.0.0.1:0",
            WithPlayground = false,
        };
        var app = BotHost.Build(
            arguments,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([
                    new("Storage:Provider", "PostgreSql"),
                    new("Storage:ConnectionString", server.ConnectionString(_database)),
                ]);
                builder.Services.AddSingleton<TimeProvider>(_clock);
                builder.Logging.ClearProviders();
            });
        await app.StartAsync(Cancel);
        return app;
    }

    /// <summary>What the bot asks to be sent again is sent again, as a program would.</summary>
    private async Task<(int Status, string Body)> ReportAsync(int to, string id, string type, string data)
    {
        while (true)
        {
            using var body = new StringContent(
                $$"""{"specversion": "1.0", "source": "/two", "id": "{{id}}", "type": "chatopsbot.dr.{{type}}", "data": {{data}}}""",
                new MediaTypeHeaderValue("application/cloudevents+json"));
            using var answer = await _http.PostAsync(new Uri(_hosts[to % 2].Urls.First() + "/api/dr-events"), body, Cancel);
            if ((int)answer.StatusCode != 503)
                return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        }
    }
}
