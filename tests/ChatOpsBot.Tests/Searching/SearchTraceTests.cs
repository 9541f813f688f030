using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using ChatOpsBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Searching;

/// <summary>A search leaves nothing behind: the bot may be no member of the chat it comes from.</summary>
public sealed class SearchTraceTests
{
    private static readonly string[] Commands = ["rows", "requests", "events", "pizza"];

    [Theory]
    [InlineData("personal", false)]
    [InlineData("groupChat", true)]
    [InlineData("channel", true)]
    [InlineData(null, true)]
    public async Task Nothing_is_written_or_sent(string? kind, bool isGroup)
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        await bot.KeepAsync(SampleRequest.Draft());
        await bot.KeepAsync(SearchBox.Event(1));
        await bot.SettleAsync();
        var before = await ContentsAsync(bot);
        foreach (var command in Commands)
        {
            var activity = ActivityJson.Search(command, "l").From("ana");
            activity["conversation"]!
                .AsObject()
                .With("id", "19:strangers@thread.v2")
                .With("isGroup", isGroup)
                .With("conversationType", kind);
            Assert.Equal(200, (await bot.AskAsync(activity)).Status);
        }

        await bot.SettleAsync();
        Assert.Empty(bot.Teams.Received);
        Assert.Equal(before, await ContentsAsync(bot));
    }

    [Fact]
    public async Task The_same_id_again_is_searched_again()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Equal("Updates/Patching", (await bot.SearchAsync("rows", "ptf")).Tasks.First());
        Assert.Equal("Monitoring", (await bot.SearchAsync("rows", "monitoring")).Tasks.First());
        Assert.Equal("Updates/Patching", (await bot.SearchAsync("rows", "ptf")).Tasks.First());
    }

    [Fact]
    public async Task What_was_typed_is_not_logged_and_no_answer_to_follow_up_on()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.SearchAsync("rows", "ptf-unmistakable");

        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("unmistakable", StringComparison.Ordinal));
        Assert.Equal(0, bot.Faults.Asked);
    }

    [Fact]
    public async Task A_fault_is_told_with_the_reference_that_is_in_the_log()
    {
        var power = new PowerCut();
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        bot.Change = services => services.ConfigureDbContext<SqliteBotDb>(options => options.AddInterceptors(power));
        await bot.RestartAsync();
        power.After(0);
        var told = (await bot.SearchAsync("requests", "rst")).Message!;

        Assert.StartsWith("Something went wrong on my side.", told, StringComparison.Ordinal);
        Assert.Contains(bot.Log.Lines, line => line.Contains($"Search {told.Split(' ')[^1]} failed", StringComparison.Ordinal));
    }

    // Every row of every table, as text.
    private static async Task<IReadOnlyList<string>> ContentsAsync(RunningBot bot)
    {
        await using var connection = new SqliteConnection(bot.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        List<string> contents = [];
        foreach (var table in await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
            contents.AddRange((await RowsAsync(connection, $"SELECT * FROM \"{table}\"")).Select(row => $"{table}: {row}"));
        return contents;
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> rows = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetValue(at))));
        return rows;
    }
}
