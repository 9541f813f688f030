using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>What becomes of an announcement when Teams does not simply take it.</summary>
public sealed class EndTests
{
    private const string Mark = "Sent again";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    public async Task A_throttled_post_comes_later_and_once(int status)
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 2);
        bot.Teams.Next(FakeFault.Refuse(status));
        await bot.DeclareAsync();
        Assert.Single(bot.Teams.Messages);

        await bot.LaterAsync(Soon);
        Assert.Equal([1, 1], [bot.Posts(0).Count, bot.Posts(1).Count]);
        Assert.DoesNotContain(bot.Teams.Messages, IsMarked);
        Assert.Equal((DeliveryState.Sent, 0, 0), await StandAsync(bot));
    }

    [Fact]
    public async Task A_channel_is_left_alone_for_as_long_as_Teams_asks()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Next(FakeFault.Throttle("60"));
        await bot.DeclareAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(55));
        Assert.Single(bot.Teams.Received);

        await bot.LaterAsync(TimeSpan.FromSeconds(6));
        Assert.Single(bot.Posts());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_post_with_an_unknown_end_is_told_apart_and_sent_again_with_a_word_of_that(int status)
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Next(FakeFault.Refuse(status));
        await bot.DeclareAsync();
        Assert.Equal((DeliveryState.Unknown, 0, 1), await StandAsync(bot));

        await bot.LaterAsync(Soon);
        Assert.True(IsMarked(Assert.Single(bot.Posts())));
        Assert.Equal((DeliveryState.Sent, 1, 0), await StandAsync(bot));
    }

    [Fact]
    public async Task A_post_that_stands_though_its_answer_was_lost_comes_twice_and_says_so()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Next(FakeFault.DropAfterAccepting());
        await bot.DeclareAsync();
        await bot.LaterAsync(Soon);

        Assert.Equal([false, true], bot.Posts().Select(IsMarked));
        await bot.SayAsync("More.");
        Assert.Equal([0, 1], bot.Posts().Select(post => post.Updates));
    }

    [Fact]
    public async Task An_unknown_end_is_left_where_settings_say_so()
    {
        await using var bot = await AnnouncedBot.StartAsync(1, ("Recovery:Announcing:UnknownEnd", "LeaveIt"));
        bot.Teams.Next(FakeFault.DropAfterAccepting());
        await bot.DeclareAsync();
        await bot.LaterAsync(TimeSpan.FromHours(1));
        await bot.SayAsync("More.");

        Assert.Single(bot.Posts());
        Assert.Equal((DeliveryState.Unknown, 0, 1), await StandAsync(bot));
    }

    [Fact]
    public async Task Sending_again_has_an_end_until_there_is_news()
    {
        await using var bot = await AnnouncedBot.StartAsync(1, ("Recovery:Announcing:ResendAtMost", "2"));
        bot.Teams.RefuseEverything();
        await bot.DeclareAsync();
        for (var hour = 0; hour < 3; hour++)
            await bot.LaterAsync(TimeSpan.FromHours(1));
        Assert.Equal(3, bot.Teams.Received.Count);
        Assert.Equal(DeliveryState.Failed, (await bot.RowAsync()).State);

        bot.Teams.AcceptAgain();
        await bot.SayAsync("More.");
        Assert.True(IsMarked(Assert.Single(bot.Posts())));
        Assert.Equal(DeliveryState.Sent, (await bot.RowAsync()).State);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_change_in_place_is_simply_tried_again(int status)
    {
        await using var bot = await AnnouncedBot.StartAsync();
        await bot.DeclareAsync();
        bot.Teams.Next(FakeFault.Refuse(status), FakeFault.DropAfterAccepting());
        await bot.SayAsync("More.");
        await bot.LaterAsync(Soon);
        await bot.LaterAsync(TimeSpan.FromSeconds(8));

        Assert.Contains("More.", CardPicture.Of(Assert.Single(bot.Posts()).Card!), StringComparison.Ordinal);
        Assert.Single(bot.Replies());
        Assert.Equal((DeliveryState.Updated, 0, 0), await StandAsync(bot));
    }

    [Fact]
    public async Task A_reply_with_an_unknown_end_is_sent_again_with_a_word_of_that()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        await bot.DeclareAsync();
        bot.Teams.Next(FakeFault.None(), FakeFault.DropAfterAccepting());
        await bot.SayAsync("More.");
        await bot.LaterAsync(Soon);

        Assert.Equal([false, true], bot.Replies().Select(reply => reply.Contains(Mark, StringComparison.Ordinal)));
        await bot.LaterAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, bot.Replies().Count);
    }

    [Fact]
    public async Task A_reply_with_an_unknown_end_says_so_when_it_is_sent_again_after_further_news()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        await bot.DeclareAsync();
        bot.Teams.Next(FakeFault.None(), FakeFault.DropAfterAccepting());
        await bot.SayAsync("More.");
        // The card is changed once more before the line is sent again.
        await bot.SayAsync("Still more.");
        await bot.LaterAsync(Soon);

        Assert.Equal([false, true], bot.Replies().Select(reply => reply.Contains(Mark, StringComparison.Ordinal)));
        await bot.SayAsync("The last.");
        Assert.DoesNotContain(Mark, bot.Replies()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_announcement_that_somebody_deleted_is_posted_anew_when_there_is_news()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        await bot.DeclareAsync();
        bot.Teams.Forget(bot.Posts()[0].Id);
        await bot.SayAsync("More.");

        var post = Assert.Single(bot.Posts());
        Assert.Contains("More.", CardPicture.Of(post.Card!), StringComparison.Ordinal);
        Assert.Equal(post.Id, (await bot.RowAsync()).ActivityId);
        Assert.False(IsMarked(post));
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", null, ChannelStatus.Paused)]
    [InlineData(403, "Forbidden", "MessageWritesBlocked", ChannelStatus.Paused)]
    [InlineData(404, "ConversationNotFound", null, ChannelStatus.Gone)]
    public async Task A_channel_that_is_closed_is_not_written_to_again_and_again(
        int status, string code, string? subCode, ChannelStatus standing)
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Next(FakeFault.Refuse(status, code, subCode));
        await bot.DeclareAsync();
        await bot.LaterAsync(TimeSpan.FromHours(1));
        await bot.SayAsync("More.");
        await bot.LaterAsync(TimeSpan.FromHours(1));

        Assert.Single(bot.Teams.Received);
        var channel = await bot.ChannelAsync();
        Assert.Equal((standing, subCode ?? code), (channel.Status, channel.Why));
        Assert.Equal(subCode ?? code, (await bot.RowAsync()).Fault);
    }

    [Fact]
    public async Task A_channel_that_is_open_again_gets_what_it_missed()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Next(FakeFault.Refuse(403, "BotNotInConversationRoster"));
        await bot.DeclareAsync();
        await bot.SayAsync("More.");
        await bot.WriteAsync(async db =>
        {
            await new ChannelGate(db).OpenAsync(FakeAudience.ChannelId(0), bot.Bot.Clock.GetUtcNow(), CancellationToken.None);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await bot.LaterAsync(TimeSpan.FromSeconds(16));

        Assert.Contains("More.", CardPicture.Of(Assert.Single(bot.Posts()).Card!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_who_blocks_the_bot_stops_everything_in_the_tenant()
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 4);
        bot.Teams.Next(FakeFault.Refuse(403, "BotDisabledByAdmin"));
        await bot.DeclareAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(59));

        Assert.Single(bot.Teams.Received);
        Assert.Equal(4, await bot.ReadAsync(db => db.Channels.CountAsync(channel => channel.Status == ChannelStatus.Paused)));
    }

    [Theory]
    [InlineData(400, "Bad Argument")]
    [InlineData(403, "NotEnoughPermissions")]
    [InlineData(413, "MessageSizeTooBig")]
    public async Task What_will_be_refused_again_is_given_up_until_there_is_news(int status, string code)
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Next(FakeFault.Refuse(status, code));
        await bot.DeclareAsync();
        await bot.LaterAsync(TimeSpan.FromHours(1));

        Assert.Single(bot.Teams.Received);
        var row = await bot.RowAsync();
        Assert.Equal((DeliveryState.Failed, code, null), (row.State, row.Fault, row.Due));

        await bot.SayAsync("More.");
        Assert.Single(bot.Posts());
    }

    [Fact]
    public async Task A_bot_that_Teams_does_not_know_tries_with_a_new_token_once()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Always(FakeFault.Refuse(401, "BotNotRegistered"));
        await bot.DeclareAsync();
        await bot.LaterAsync(TimeSpan.FromHours(1));
        await bot.LaterAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, bot.Teams.Received.Count);
        Assert.Equal(DeliveryState.Failed, (await bot.RowAsync()).State);
    }

    [Fact]
    public async Task Trying_again_has_an_end_that_is_told()
    {
        await using var bot = await AnnouncedBot.StartAsync(1, ("Recovery:Announcing:Attempts", "3"));
        bot.Teams.Always(FakeFault.Throttle());
        await bot.DeclareAsync();
        for (var hour = 0; hour < 4; hour++)
            await bot.LaterAsync(TimeSpan.FromHours(1));

        Assert.Equal(3, bot.Teams.Received.Count);
        var row = await bot.RowAsync();
        Assert.Equal((DeliveryState.Failed, "Throttled"), (row.State, row.Fault));
    }

    [Fact]
    public async Task A_channel_nobody_knows_the_way_to_waits_for_it()
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 0);
        await bot.WriteAsync(db => FakeAudience.AddAsync(db, serviceUrl: "", 1, bot.Bot.Clock.GetUtcNow()));
        await bot.DeclareAsync();
        Assert.Equal("NoWayKnown", (await bot.RowAsync()).Fault);

        await bot.WriteAsync(db =>
            db.Channels.ExecuteUpdateAsync(set => set.SetProperty(channel => channel.ServiceUrl, bot.Teams.ServiceUrl)));
        await bot.LaterAsync(TimeSpan.FromSeconds(16));
        Assert.Single(bot.Posts());
    }

    private static bool IsMarked(FakeMessage message) =>
        message.Card is { } card && CardPicture.Of(card).Contains(Mark, StringComparison.Ordinal);

    private static async Task<(DeliveryState, int Resent, int Attempt)> StandAsync(AnnouncedBot bot)
    {
        var row = await bot.RowAsync();
        return (row.State, row.Resent, row.Attempt);
    }
}
