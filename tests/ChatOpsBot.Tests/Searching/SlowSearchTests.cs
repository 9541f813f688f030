using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Searching;

/// <summary>When the database takes its time, and people type on.</summary>
public sealed class SlowSearchTests : IAsyncLifetime
{
    private readonly SlowDatabase _database = new();
    private RunningBot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RunningBot.StartAsync([.. ChatSystems.Settings, ("Search:AtOnce", "2")]);
        _bot.Change = services => services.ConfigureDbContext<SqliteBotDb>(options => options.AddInterceptors(_database));
        await _bot.RestartAsync();
        await _bot.KeepAsync(SampleRequest.Draft());
    }

    public async ValueTask DisposeAsync()
    {
        _database.LetGo();
        await _bot.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Past_the_time_limit_a_person_is_told_so_and_the_next_search_works()
    {
        _database.Hold();
        var search = _bot.SearchAsync("requests", "rst");
        await _database.OneMoreAsync();
        _bot.Clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(search.IsCompleted);
        _bot.Clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.StartsWith("This is taking longer", (await search).Message, StringComparison.Ordinal);
        Assert.Contains(_bot.Log.Lines, line => line.Contains("no result within", StringComparison.Ordinal));
        _database.LetGo();
        Assert.Single((await _bot.SearchAsync("requests", "rst")).Hits);
    }

    [Fact]
    public async Task Rows_need_no_database()
    {
        _database.Hold();

        Assert.NotEmpty((await _bot.SearchAsync("rows", "ptf")).Hits);
    }

    [Fact]
    public async Task Who_types_on_waits_for_what_was_typed_last_alone()
    {
        _database.Hold();
        var first = _bot.SearchAsync("requests", "r");
        await _database.OneMoreAsync();
        var second = _bot.SearchAsync("requests", "rs");

        Assert.Empty((await first).Hits);
        Assert.False(second.IsCompleted);
        _database.LetGo();
        Assert.Single((await second).Hits);
    }

    [Fact]
    public async Task Neither_another_person_nor_the_next_page_ends_a_search()
    {
        _database.Hold();
        var first = _bot.SearchAsync("requests", "rst");
        await _database.OneMoreAsync();
        var others = new[] { _bot.SearchAsync("requests", "restore", person: "ben"), _bot.SearchAsync("requests", "rst", skip: 25) };
        await _database.OneMoreAsync();
        Assert.False(first.IsCompleted);
        _database.LetGo();

        Assert.Single((await first).Hits);
        await Task.WhenAll(others);
    }

    /// <summary>With two places, two more wait; of ten people the newest of those are served, and the database sees no crowd.</summary>
    [Fact]
    public async Task A_crowd_of_searches_does_not_queue_up_before_the_database()
    {
        _database.Hold();
        var before = _database.Reads;
        List<Task<FoundList>> searches = [];
        for (var person = 0; person < 2; person++)
        {
            searches.Add(_bot.SearchAsync("requests", person: $"p{person}"));
            await _database.OneMoreAsync();
        }

        for (var person = 2; person < 10; person++)
            searches.Add(_bot.SearchAsync("requests", person: $"p{person}"));
        while (searches.Count(search => search.IsCompleted) < 6)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        Assert.Equal(2, _database.Reads - before);
        Assert.All(searches.Where(search => search.IsCompleted), search => Assert.False(search.IsFaulted));
        _database.LetGo();
        var told = await Task.WhenAll(searches);
        Assert.Equal(6, told.Count(found => found.Message!.StartsWith("This is taking longer", StringComparison.Ordinal)));
        Assert.Equal(4, _database.Reads - before);
    }
}
