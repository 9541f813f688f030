using System.Diagnostics;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Benchmarks.Announcing;

/// <summary>
/// One event, announced to many channels by the bot's own program: counted in a Teams that throttles like the real one, from the commit of
/// the event on.
/// </summary>
/// <param name="kills">How often the program is killed on the way, and started again.</param>
/// <param name="isUnpaced">As fast as the machine can, for what does not depend on the pace: Teams sets no limits then.</param>
internal sealed class AnnouncementRun(int channels, bool isTroubled, int kills, bool isUnpaced)
{
    private const int WarmUps = 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "bot.db")}";

    public async Task<string> MeasureAsync()
    {
        var troubles = isTroubled ? new FakeTroubles(Seed: 7, Throttled: 0.1, Unavailable: 0.1) : null;
        await using var teams = await TallyTeams.StartAsync(troubles, isUnpaced);
        await FillAsync(teams);
        using var bot = new BotProgram(ConnectionString, Settings());
        await bot.UpAsync();
        await WarmUpAsync(teams);

        var since = Stopwatch.GetTimestamp();
        await DeclareAsync(FakeAudience.Declare(TimeProvider.System.GetUtcNow(), number: 2));
        for (var kill = 1; kill <= kills; kill++)
        {
            while (teams.Reached - WarmUps < (long)channels * kill / (kills + 1))
                await Task.Delay(5);
            await bot.KillAsync();
            await bot.UpAsync();
        }

        await UntilDoneAsync(teams);
        var seconds = Stopwatch.GetElapsedTime(since, teams.LastReach).TotalSeconds;
        var peak = bot.PeakMegabytes;
        await bot.KillAsync();
        var told = await TellAsync(teams, seconds, peak);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return told;
    }

    private List<(string, string)> Settings() =>
    [
        ("Recovery__Announcing__LookEvery", "00:00:00.05"),
        .. kills > 0 ? [("Recovery__Announcing__Lease", "00:00:01")] : Array.Empty<(string, string)>(),
        .. isUnpaced ? Unpaced.Settings.Select(it => (it.Key.Replace(":", "__", StringComparison.Ordinal), it.Value!)) : [],
    ];

    private SqliteBotDb Open()
    {
        var options = new DbContextOptionsBuilder<SqliteBotDb>();
        Connections.UseSqlite(options, ConnectionString);
        return new SqliteBotDb(options.Options);
    }

    private async Task FillAsync(TallyTeams teams)
    {
        await using var db = Open();
        await db.PrepareAsync(CancellationToken.None);
        await FakeAudience.AddAsync(db, teams.ServiceUrl, channels, TimeProvider.System.GetUtcNow());
    }

    // A drill in a few channels of its own, a while before: a bot that has just been started has not made a call yet.
    private async Task WarmUpAsync(TallyTeams teams)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using (var db = Open())
            await FakeAudience.AddAsync(db, teams.ServiceUrl, WarmUps, now, from: channels, system: "LPAR9");
        await DeclareAsync(FakeAudience.Declare(now, number: 1, RecoveryKind.Drill, system: "LPAR9"));
        while (teams.Reached < WarmUps)
            await Task.Delay(50);
        await Task.Delay(TimeSpan.FromSeconds(5));
    }

    private async Task DeclareAsync(RecoveryEvent drEvent)
    {
        await using var db = Open();
        await FakeAudience.KeepAsync(db, drEvent, TimeProvider.System.GetUtcNow());
    }

    // Every channel has a copy that the bot knows of, or one it has given up.
    private async Task UntilDoneAsync(TallyTeams teams)
    {
        while (true)
        {
            await Task.Delay(500);
            if (teams.Reached < channels + WarmUps)
                continue;
            await using var db = Open();
            if (!await db.Deliveries.AnyAsync(row => row.Due != null || row.ClaimedBy != null))
                return;
        }
    }

    private async Task<string> TellAsync(TallyTeams teams, double seconds, double peak)
    {
        await using var db = Open();
        var sent = await db.Deliveries.CountAsync(row => row.State == DeliveryState.Sent);
        var copies = teams.Channels.ToList();
        return $"""
            {channels} channels{(isTroubled ? ", 10 % 429 and 10 % 503" : "")}{(kills > 0 ? $", killed {kills} times" : "")}{(isUnpaced ? ", without a pace" : "")}: all reached after {seconds:F2} s ({channels / seconds:F1} channels a second)
              lost {channels + WarmUps - copies.Count}, known as sent {sent - WarmUps}, doubled {copies.Sum(it => it.Doubled)}
              marked as sent again {copies.Sum(it => it.Marked)}, most copies in one channel {copies.Max(it => it.Posts)}
              429 for a full window {teams.Tally[FakeVerdict.WindowFull]}, 429 by chance {teams.Tally[FakeVerdict.Throttled]}
              503 by chance {teams.Tally[FakeVerdict.Unavailable]}, calls in all {teams.Tally.Total}
              most memory held by the bot: {peak:F0} MB
            """;
    }
}
