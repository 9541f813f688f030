using System.Net;
using System.Net.ServerSentEvents;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>What an open page of events hears.</summary>
public sealed class WallStreamTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private RunningBot _bot = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await RunningBot.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task A_change_is_heard_once_and_signs_of_life_in_between()
    {
        await using var page = await FollowAsync();
        Assert.Equal("version", (await page.NextAsync()).EventType);
        Assert.Contains("No DR event", await WallAsync(page), StringComparison.Ordinal);

        var drEvent = await SampleWall.DeclareAsync(_bot);
        Assert.Contains("DR-1", await WallAsync(page), StringComparison.Ordinal);
        await SampleWall.SayAsync(_bot, drEvent, "on its way");
        Assert.Contains("on its way", await WallAsync(page), StringComparison.Ordinal);

        var next = NextAsync(page);
        Assert.Equal("beat", (await next).EventType);
        Assert.Equal("beat", (await NextAsync(page)).EventType);
    }

    [Fact]
    public async Task The_bot_ends_at_once_though_pages_are_open()
    {
        await using var one = await FollowAsync();
        await using var other = await FollowAsync();
        await one.NextAsync();
        await other.NextAsync();
        await _bot.StopAsync().WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        while (await one.TryNextAsync())
        {
        }
    }

    [Fact]
    public async Task Only_so_many_may_watch_and_a_place_is_free_when_one_leaves()
    {
        var pages = new List<Page>();
        for (var at = 0; at < 200; at++)
            pages.Add(await FollowAsync());
        using (
            var refused = await _http.GetAsync(new Uri(_bot.Address, "/events/stream"), HttpCompletionOption.ResponseHeadersRead, Cancel))
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "10"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));

        await pages[0].DisposeAsync();
        for (var status = HttpStatusCode.ServiceUnavailable; status != HttpStatusCode.OK;)
        {
            using var again = await _http.GetAsync(
                new Uri(_bot.Address, "/events/stream"), HttpCompletionOption.ResponseHeadersRead, Cancel);
            status = again.StatusCode;
        }

        foreach (var page in pages)
            await page.DisposeAsync();
    }

    [Fact]
    public async Task Many_who_watch_cost_the_database_no_more_than_one_and_nobody_costs_nothing()
    {
        var reads = new CountedReads();
        _bot.Change = services => services.ConfigureDbContext<SqliteBotDb>(builder => builder.AddInterceptors(reads));
        await _bot.RestartAsync();
        _bot.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(0, reads.Count);

        await using (var one = await FollowAsync())
        await using (var other = await FollowAsync())
        await using (var third = await FollowAsync())
        {
            foreach (var page in (Page[])[one, other, third])
                await WallAsync(page);
            var before = reads.Count;
            for (var second = 0; second < 5; second++)
                await reads.NextAsync(() => _bot.Clock.Advance(TimeSpan.FromSeconds(1)));
            Assert.Equal(before + 5, reads.Count);
        }
    }

    private async Task<Page> FollowAsync()
    {
        var answer = await _http.GetAsync(new Uri(_bot.Address, "/events/stream"), HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return new(answer, await answer.Content.ReadAsStreamAsync(Cancel));
    }

    /// <summary>Lets time go on until something is heard.</summary>
    private async Task<SseItem<string>> NextAsync(Page page)
    {
        var next = page.NextAsync();
        while (await Task.WhenAny(next, Task.Delay(20, Cancel)) != next)
            _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        return await next;
    }

    private async Task<string> WallAsync(Page page)
    {
        while (true)
            if (await NextAsync(page) is { EventType: "wall" } item)
                return item.Data;
    }

    private sealed class Page(HttpResponseMessage answer, Stream body) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<SseItem<string>> _items = SseParser
            .Create(body)
            .EnumerateAsync(Cancel)
            .GetAsyncEnumerator(Cancel);

        public async Task<SseItem<string>> NextAsync() => await _items.MoveNextAsync() ? _items.Current : throw new EndOfStreamException();

        public async Task<bool> TryNextAsync() => await _items.MoveNextAsync();

        public async ValueTask DisposeAsync()
        {
            answer.Dispose();
            await body.DisposeAsync();
        }
    }

    /// <summary>Counts looks at the table of events.</summary>
    private sealed class CountedReads : DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public async Task NextAsync(Action cause)
        {
            var before = Count;
            cause();
            while (Count == before)
                await Task.Delay(5, Cancel);
        }

        public override ValueTask<System.Data.Common.DbDataReader> ReaderExecutedAsync(
            System.Data.Common.DbCommand command,
            CommandExecutedEventData eventData,
            System.Data.Common.DbDataReader result,
            CancellationToken cancellationToken = default)
        {
            if (command is SqliteCommand && command.CommandText.Contains("FROM \"RecoveryEvent\"", StringComparison.Ordinal))
                Interlocked.Increment(ref _count);
            return base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
        }
    }
}
