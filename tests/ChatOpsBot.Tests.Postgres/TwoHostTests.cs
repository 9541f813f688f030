using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Postgres;

/// <summary>Two instances of the bot on one database. Whichever of them hears what, people have one bot before them.</summary>
public sealed class TwoHostTests(PostgresServer server) : IAsyncDisposable
{
    private readonly string _database = $"bot_{Guid.NewGuid():N}";
    private readonly RunningClock _clock = new();
    private readonly HttpClient _http = new();
    private readonly List<WebApplication> _hosts = [];
    private FakeTeams _teams = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_press_that_both_hear_files_one_ticket()
    {
        var ana = await StartAsync();
        var press = ana.PressOf("Send to the desk", ana.Answer!, ana.Card.Id);
        var again = (JsonObject)press.DeepClone();
        again["id"] = "with another id";
        var answers = await Task.WhenAll(DeliverAsync(press, 0), DeliverAsync(again, 1));
        var request = await FiledAsync();

        Assert.All(answers, answer => Assert.Contains(request.Key, CardPicture.Of(answer.Body!["value"]!), StringComparison.Ordinal));
        Assert.Equal(Assert.Single(await ReadAsync(db => new DeskBook(db).ListAsync([], Cancel))).Number, request.Ticket!.Number);
        Assert.Single(await ReadAsync(db => new RequestStore(db).HistoryAsync(request.Id, Cancel)), entry => entry.What == "confirmed");
    }

    [Fact]
    public async Task A_message_that_comes_to_the_other_one_again_is_answered_and_not_worked_again()
    {
        var ana = await StartAsync();
        await ana.SaysAsync("send it");
        await FiledAsync();
        var (status, _) = await DeliverAsync(ana.Last, 1);

        Assert.Equal(200, status);
        var request = await FiledAsync();
        Assert.Contains(request.Ticket!.Number!, CardPicture.Of(ana.Card.Card!), StringComparison.Ordinal);
        Assert.Single(await ReadAsync(db => new RequestStore(db).HistoryAsync(request.Id, Cancel)), entry => entry.What == "confirmed");
    }

    [Fact]
    public async Task What_one_left_behind_the_other_does()
    {
        var ana = await StartAsync();
        await ana.PressesAsync("Send to the desk");
        var request = await FiledAsync();
        await _hosts[0].StopAsync(Cancel);
        await ReadAsync(async db =>
        {
            var book = new DeskBook(db);
            return await book.WriteAsync(
                _clock.GetUtcNow(),
                async at =>
                {
                    book.Set(
                        (await book.FindAsync(request.Ticket!.Number!, Cancel))!,
                        Domain.Requests.Desk.TicketState.Resolved,
                        "set",
                        null,
                        at);
                    return true;
                },
                Cancel);
        });

        // Where the desk took its time, the number came as a message too.
        while (!ana.Texts.Any(IsTheEnd))
            await Task.Delay(20, Cancel);
        Assert.Single(ana.Texts, IsTheEnd);

        static bool IsTheEnd(string text) => text.Contains("resolved", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var host in _hosts)
            await host.DisposeAsync();
        if (_teams is not null)
            await _teams.DisposeAsync();
    }

    /// <summary>Ana has filled in a restore with the first instance, and looks it over.</summary>
    private async Task<Colleague> StartAsync()
    {
        if (server.WhyNot is { } reason)
            Assert.Skip(reason);

        _teams = await FakeTeams.StartAsync();
        foreach (var _ in Enumerable.Range(0, 2))
            _hosts.Add(await UpAsync());
        var ana = new Colleague(_teams, activity => DeliverAsync(activity, 0), "ana");
        await ana.SaysAsync("restore PRODLIB on LPAR1 from yesterday 22:00");
        await ana.PressesAsync("Review");
        return ana;
    }

    private async Task<WebApplication> UpAsync()
    {
        var arguments = new BotHostArguments { Environment = "Development", Urls = "http://127.0.0.1:0", WithPlayground = false };
        var app = BotHost.Build(arguments, builder =>
        {
            builder.Configuration.AddInMemoryCollection(
            [
                new("Storage:Provider", "PostgreSql"), new("Storage:ConnectionString", server.ConnectionString(_database)),
                .. Unpaced.Settings, new("Desk:WatchEvery", "00:00:01"), new("Outbox:LookEvery", "00:00:00.2"),
            ]);
            builder.Services.AddSingleton<TimeProvider>(_clock);
            builder.Logging.ClearProviders();
        });
        await app.StartAsync(Cancel);
        return app;
    }

    private async Task<(int Status, JsonNode? Body)> DeliverAsync(JsonObject activity, int host)
    {
        activity = (JsonObject)activity.DeepClone();
        activity["serviceUrl"] = _teams.ServiceUrl;
        using var response = await _http.PostAsJsonAsync(new Uri($"{_hosts[host].Urls.First()}/api/messages"), activity, Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        return ((int)response.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) : null);
    }

    private async Task<Request> FiledAsync()
    {
        while (true)
        {
            var request = await ReadAsync(async db => Assert.Single(await new RequestStore(db).OwnAsync("aad-ana", 10, Cancel)));
            if (request.State == RequestState.Filed)
                return request;
            await Task.Delay(20, Cancel);
        }
    }

    private async Task<T> ReadAsync<T>(Func<BotDb, Task<T>> read)
    {
        await using var db = await _hosts[1].Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        return await read(db);
    }
}
