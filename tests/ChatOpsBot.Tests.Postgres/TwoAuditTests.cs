using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Host;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Postgres;

/// <summary>Two instances of the bot make one audit chain.</summary>
public sealed class TwoAuditTests(PostgresServer server) : IAsyncDisposable
{
    private const int People = 110;

    // As many as two instances on a small machine answer within the time that a turn has.
    private const int AtOnce = 24;

    private readonly string _database = $"bot_{Guid.NewGuid():N}";
    private readonly RunningClock _clock = new();
    private readonly HttpClient _http = new();
    private readonly List<WebApplication> _hosts = [];
    private FakeTeams _teams = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_than_two_hundred_turns_at_two_instances_at_once_make_one_gapless_chain()
    {
        if (server.WhyNot is { } reason)
            Assert.Skip(reason);

        _teams = await FakeTeams.StartAsync();
        foreach (var _ in Enumerable.Range(0, 2))
            _hosts.Add(await UpAsync());
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel };
        await Parallel.ForEachAsync(Enumerable.Range(0, People), atOnce, async (person, _) =>
        {
            var colleague = new Colleague(_teams, activity => DeliverAsync(activity, person), $"person{person}");
            await colleague.SaysAsync("restore PRODLIB on LPAR1 from yesterday 22:00");
            await colleague.PressesAsync("Review");
        });

        await using var db = await _hosts[0].Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        var verdict = await new AuditVerifier(db).VerifyAsync(null, null, Cancel);
        Assert.Equal((null, 1 + (2 * People)), (verdict.Fault, verdict.Entries));
        var told = await db.AuditChainEntries.Where(entry => entry.SubjectKind == AuditSubjects.Request)
            .Select(entry => $"{entry.SubjectKey} {entry.Version} {entry.What} {entry.ActorId}").ToListAsync(Cancel);
        Assert.Equal(2 * People, told.Distinct().Count());
        Assert.Equal(2 * People, await db.RequestAuditEntries.CountAsync(Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var host in _hosts)
            await host.DisposeAsync();
        if (_teams is not null)
            await _teams.DisposeAsync();
    }

    private async Task<WebApplication> UpAsync()
    {
        var arguments = new BotHostArguments { Environment = "Development", Urls = "http://127.0.0.1:0", WithPlayground = false };
        var app = BotHost.Build(arguments, builder =>
        {
            builder.Configuration.AddInMemoryCollection(
            [
                new("Storage:Provider", "PostgreSql"), new("Storage:ConnectionString", server.ConnectionString(_database)),
                .. Unpaced.Settings,
            ]);
            builder.Services.AddSingleton<TimeProvider>(_clock);
            builder.Logging.ClearProviders();
        });
        await app.StartAsync(Cancel);
        return app;
    }

    private async Task<(int Status, JsonNode? Body)> DeliverAsync(JsonObject activity, int person)
    {
        activity = (JsonObject)activity.DeepClone();
        activity["serviceUrl"] = _teams.ServiceUrl;
        using var response = await _http.PostAsJsonAsync(new Uri($"{_hosts[person % 2].Urls.First()}/api/messages"), activity, Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        return ((int)response.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) : null);
    }
}
