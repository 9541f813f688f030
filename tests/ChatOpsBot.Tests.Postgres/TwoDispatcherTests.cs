using System.Diagnostics;
using System.Globalization;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Postgres;

/// <summary>Two instances of the bot's own program on one database, of which the one that announces is killed on the way.</summary>
public sealed class TwoDispatcherTests(PostgresServer server) : IAsyncDisposable
{
    private const int Channels = 200;

    private readonly string _database = $"bot_{Guid.NewGuid():N}";
    private readonly List<Process> _bots = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task The_other_goes_on_within_ten_seconds_and_nobody_is_left_out_or_told_twice_in_silence()
    {
        if (server.WhyNot is { } reason)
            Assert.Skip(reason);

        await using var teams = await FakeTeams.StartAsync();
        teams.Throttle = new(TimeProvider.System);
        await UpAsync();
        await UpAsync();
        await DeclareAsync(teams);
        while (teams.Messages.Count < Channels / 4)
            await Task.Delay(10, Cancel);
        var dead = Kill(await AnnouncerAsync());

        await DoneAsync();
        var silence = teams.Received.First(call => call.At > dead.AddSeconds(1)).At - dead;
        Assert.InRange(silence, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        var copies = teams.Messages.ToLookup(message => message.ConversationId.Split(';')[0]);
        Assert.Equal(Channels, copies.Count);
        Assert.All(copies, ofChannel => Assert.Single(ofChannel, message => !IsMarked(message) || ofChannel.Count() == 1));
    }

    public ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
        {
            bot.Kill(entireProcessTree: true);
            bot.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task UpAsync()
    {
        var bot = BotProcess.Start(
            ["--dev", "--no-playground", "--urls", "http://127.0.0.1:0"],
            ("Storage__Provider", "PostgreSql"),
            ("Storage__ConnectionString", server.ConnectionString(_database)),
            ("Logging__LogLevel__Default", "Error"));
        _ = bot.StandardError.ReadToEndAsync(Cancel);
        await bot.StandardOutput.ReadLineAsync(Cancel);
        _bots.Add(bot);
    }

    private async Task DeclareAsync(FakeTeams teams)
    {
        await using var db = Open();
        var now = TimeProvider.System.GetUtcNow();
        await FakeAudience.AddAsync(db, teams.ServiceUrl, Channels, now);
        await FakeAudience.KeepAsync(db, FakeAudience.Declare(now), now);
    }

    // A holder's name begins with its machine and its process.
    private async Task<int> AnnouncerAsync()
    {
        await using var db = Open();
        var holder = await db.Database.SqlQuery<string>($"""SELECT "Holder" AS "Value" FROM "Lease" """).SingleAsync(Cancel);
        return int.Parse(holder.Split(' ')[^2], CultureInfo.InvariantCulture);
    }

    private DateTimeOffset Kill(int id)
    {
        var bot = _bots.Single(it => it.Id == id);
        bot.Kill(entireProcessTree: true);
        bot.WaitForExit();
        return TimeProvider.System.GetUtcNow();
    }

    private async Task DoneAsync()
    {
        while (true)
        {
            await using var db = Open();
            if (await db.Deliveries.CountAsync(row => row.State == DeliveryState.Sent, Cancel) == Channels)
                return;
            await Task.Delay(50, Cancel);
        }
    }

    private PostgresBotDb Open()
    {
        var options = new DbContextOptionsBuilder<PostgresBotDb>();
        Connections.UsePostgres(options, server.ConnectionString(_database));
        return new PostgresBotDb(options.Options);
    }

    private static bool IsMarked(FakeMessage message) => CardPicture.Of(message.Card!).Contains("Sent again", StringComparison.Ordinal);
}
