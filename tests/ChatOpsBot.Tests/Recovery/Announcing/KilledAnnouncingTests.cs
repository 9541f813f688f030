using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>
/// The bot's process is killed while it announces. No channel is left out, and no second copy comes without a word of that.
/// </summary>
public sealed class KilledAnnouncingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task A_post_under_way_when_the_bot_dies_is_sent_again_with_a_word_of_that()
    {
        await using var bot = await KilledBot.StartAsync();
        var isReached = new TaskCompletionSource();
        bot.Teams.Always(new(
            async http =>
            {
                isReached.TrySetResult();
                await FakeFault.Hang().Play(http);
            },
            IsAfterwards: true));
        await DeclareAsync(bot, channels: 1);
        await isReached.Task;
        await bot.KillAsync();

        bot.Teams.AcceptAgain();
        await bot.UpAsync();
        await DoneAsync(bot, channels: 1);
        Assert.Equal([false, true], bot.Teams.Messages.Select(IsMarked));
    }

    [Fact(Timeout = 180_000)]
    public async Task What_was_kept_before_the_bot_died_is_not_sent_again()
    {
        await using var bot = await KilledBot.StartAsync();
        await DeclareAsync(bot, channels: 10);
        await DoneAsync(bot, channels: 10);
        await bot.KillAsync();
        await bot.UpAsync();
        await Task.Delay(TimeSpan.FromSeconds(4), Cancel);

        Assert.Equal(10, bot.Teams.Received.Count);
    }

    [Fact(Timeout = 300_000)]
    public async Task Killed_three_times_on_a_bad_day_it_leaves_nobody_out_and_doubles_nothing_in_silence()
    {
        const int Channels = 120;
        await using var bot = await KilledBot.StartAsync();
        bot.Teams.Throttle = new(TimeProvider.System, new(Seed: 11, Throttled: 0.1, Unavailable: 0.1, Lost: 0.05));
        await DeclareAsync(bot, Channels);
        for (var kill = 1; kill <= 3; kill++)
        {
            while (bot.Teams.Messages.Count < Channels * kill / 4)
                await Task.Delay(10, Cancel);
            await bot.KillAsync();
            await bot.UpAsync();
        }

        await DoneAsync(bot, Channels);
        var copies = bot.Teams.Messages.ToLookup(message => message.ConversationId.Split(';')[0]);
        Assert.Equal(Channels, copies.Count);
        Assert.All(copies, ofChannel => Assert.InRange(ofChannel.Count(message => !IsMarked(message)), 0, 1));
    }

    private static async Task DeclareAsync(KilledBot bot, int channels)
    {
        var now = TimeProvider.System.GetUtcNow();
        await bot.ReadAsync(async db =>
        {
            await FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, channels, now);
            await FakeAudience.KeepAsync(db, FakeAudience.Declare(now), now);
            return true;
        });
    }

    // The channels of an event are written down batch by batch: that all of those are sent means nothing while there are fewer.
    private static async Task DoneAsync(KilledBot bot, int channels)
    {
        while (await bot.ReadAsync(db => db.Deliveries.CountAsync(row => row.State == DeliveryState.Sent, Cancel)) < channels)
            await Task.Delay(50, Cancel);
    }

    private static bool IsMarked(FakeMessage message) => CardPicture.Of(message.Card!).Contains("Sent again", StringComparison.Ordinal);
}
