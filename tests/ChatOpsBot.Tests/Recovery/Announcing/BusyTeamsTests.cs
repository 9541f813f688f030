using System.Diagnostics;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>Many channels, real time, and a Teams that throttles like the real one.</summary>
public sealed class BusyTeamsTests
{
    private const int Channels = 150;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Nothing_is_lost_or_doubled_and_hardly_anything_throttled()
    {
        await using var bot = await StartAsync(troubles: null);
        var began = Stopwatch.GetTimestamp();
        await bot.DeclareAsync();
        var took = Stopwatch.GetElapsedTime(began);

        Assert.Equal(Channels, bot.Teams.Messages.Select(message => message.ConversationId).Distinct().Count());
        Assert.Equal(Channels, bot.Teams.Messages.Count);
        // A machine that does a dozen other things delays calls, so that a few arrive together; the time is 150 at 48 a second and more.
        Assert.InRange(bot.Teams.Throttle!.Total[FakeVerdict.WindowFull], 0, Channels / 10);
        Assert.True(took > TimeSpan.FromSeconds(3));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_fifth_of_all_calls_going_wrong_loses_nothing_and_doubles_nothing_in_silence()
    {
        await using var bot = await StartAsync(new(Seed: 5, Throttled: 0.1, Unavailable: 0.1));
        await bot.DeclareAsync();

        Assert.Equal(Channels, bot.Teams.Messages.Count);
        Assert.Equal(
            await bot.ReadAsync(db => db.Deliveries.CountAsync(row => row.Resent > 0, Cancel)),
            bot.Teams.Messages.Count(message => CardPicture.Of(message.Card!).Contains("Sent again", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_channel_that_Teams_throttles_for_long_holds_no_other()
    {
        await using var bot = await StartAsync(troubles: null);
        bot.Teams.Next(Enumerable.Repeat(FakeFault.Throttle("30"), 20));
        await bot.DeclareAsync(until: Channels - 20);

        Assert.Equal(Channels - 20, bot.Teams.Messages.Count);
    }

    private static async Task<RealTimeBot> StartAsync(FakeTroubles? troubles)
    {
        var bot = await RealTimeBot.StartAsync();
        bot.Teams.Throttle = new(TimeProvider.System, troubles);
        await bot.FollowAsync(Channels);
        return bot;
    }
}
