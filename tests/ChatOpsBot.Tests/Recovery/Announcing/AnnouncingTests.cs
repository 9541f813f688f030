using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>What channels get of an event where all goes well.</summary>
public sealed class AnnouncingTests
{
    [Fact]
    public async Task Every_channel_that_follows_gets_one_announcement()
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 5);
        await bot.DeclareAsync();

        Assert.All(Enumerable.Range(0, 5), channel => Assert.Single(bot.Posts(channel)));
        Assert.Equal(5, bot.Teams.Messages.Count);
        var row = await bot.RowAsync();
        Assert.Equal((DeliveryState.Sent, 1, null, null), (row.State, row.ShownVersion, row.Due, row.ClaimedBy));
        Assert.Equal(bot.Posts()[0].Id, row.ActivityId);
    }

    [Fact]
    public async Task News_change_the_card_in_place_and_are_told_in_its_thread()
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 3);
        await bot.DeclareAsync();
        await bot.SayAsync("Replication is stopped.");

        Assert.All(Enumerable.Range(0, 3), channel =>
        {
            var card = Assert.Single(bot.Posts(channel));
            Assert.Equal(1, card.Updates);
            Assert.Contains("Replication is stopped.", CardPicture.Of(card.Card!), StringComparison.Ordinal);
            Assert.Contains("Replication is stopped.", Assert.Single(bot.Replies(channel)), StringComparison.Ordinal);
        });
        Assert.Equal(DeliveryState.Updated, (await bot.RowAsync()).State);
    }

    [Fact]
    public async Task Cards_are_right_everywhere_before_anybody_is_told_so()
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 3);
        await bot.DeclareAsync();
        await bot.SayAsync("Replication is stopped.");

        var kinds = bot.Teams.Changes.Skip(3).Select(change => change.Kind);
        Assert.Equal([.. Enumerable.Repeat(FakeChangeKind.Edited, 3), .. Enumerable.Repeat(FakeChangeKind.Posted, 3)], kinds);
    }

    [Fact]
    public async Task News_that_came_together_make_one_change_and_one_reply()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        await bot.DeclareAsync();
        var drEvent = FakeAudience.Say(bot.Event, "First.", bot.Bot.Clock.GetUtcNow());
        await bot.WriteAsync(db => FakeAudience.KeepAsync(db, drEvent, bot.Bot.Clock.GetUtcNow()));
        await bot.KeepAsync(FakeAudience.Say(drEvent, "Second.", bot.Bot.Clock.GetUtcNow()));

        Assert.Equal(1, Assert.Single(bot.Posts()).Updates);
        var reply = Assert.Single(bot.Replies());
        Assert.Contains("First.", reply, StringComparison.Ordinal);
        Assert.Contains("Second.", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_state_overtakes_an_announcement_that_has_not_left()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Always(FakeFault.Throttle("5"));
        await bot.DeclareAsync();
        await bot.SayAsync("Switching now.");
        Assert.Empty(bot.Posts());
        bot.Teams.AcceptAgain();
        await bot.LaterAsync(TimeSpan.FromSeconds(20));

        var card = Assert.Single(bot.Posts());
        Assert.Contains("Switching now.", CardPicture.Of(card.Card!), StringComparison.Ordinal);
        Assert.Equal(0, card.Updates);
        Assert.Empty(bot.Replies());
        Assert.Equal((DeliveryState.Sent, 2), ((await bot.RowAsync()).State, (await bot.RowAsync()).ShownVersion));
    }

    [Fact]
    public async Task A_channel_that_begins_to_follow_meanwhile_gets_the_event_too()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        await bot.DeclareAsync();
        await bot.WriteAsync(db => FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, 1, bot.Bot.Clock.GetUtcNow(), from: 7));
        await bot.LaterAsync(TimeSpan.FromSeconds(16));

        Assert.Single(bot.Posts(7));
        Assert.Single(bot.Posts());
    }

    [Fact]
    public async Task A_channel_that_begins_to_follow_what_is_over_hears_nothing_of_it()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        await bot.DeclareAsync();
        await bot.KeepAsync(bot.Event with { State = RecoveryState.Cancelled, NextUpdate = null, Version = bot.Event.Version + 1 });
        await bot.WriteAsync(db => FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, 1, bot.Bot.Clock.GetUtcNow(), from: 7));
        await bot.LaterAsync(TimeSpan.FromSeconds(16));

        Assert.Empty(bot.Posts(7));
        Assert.Equal(1, Assert.Single(bot.Posts()).Updates);
    }

    [Fact]
    public async Task An_event_that_is_not_announced_stays_in_the_house()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        await bot.KeepAsync(FakeAudience.Declare(bot.Bot.Clock.GetUtcNow()) with { AnnouncedAt = null });

        Assert.Empty(bot.Teams.Received);
    }

    [Fact]
    public async Task Channels_of_another_tenant_hear_nothing()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        await bot.WriteAsync(db =>
            FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, 1, bot.Bot.Clock.GetUtcNow(), from: 7, tenant: "another"));
        await bot.DeclareAsync();

        Assert.Empty(bot.Posts(7));
        Assert.Single(bot.Posts());
    }

    [Theory]
    [InlineData("LPAR1DR")]
    [InlineData("*")]
    public async Task The_dr_side_and_everything_can_be_followed_too(string system)
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 0);
        await bot.WriteAsync(db => FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, 1, bot.Bot.Clock.GetUtcNow(), system: system));
        await bot.DeclareAsync();

        Assert.Single(bot.Posts());
    }

    [Fact]
    public async Task Two_events_of_one_channel_stand_beside_each_other_each_with_its_thread()
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 2);
        var first = await bot.DeclareAsync();
        await bot.DeclareAsync(RecoveryKind.Drill, number: 2);
        await bot.KeepAsync(FakeAudience.Say(first, "Of the first.", bot.Bot.Clock.GetUtcNow()));

        Assert.Equal(2, bot.Posts().Count);
        Assert.Equal([1, 0], bot.Posts().Select(post => post.Updates));
        var reply = Assert.Single(
            bot.Teams.Messages,
            message => message.Text is not null && message.ConversationId.StartsWith(FakeAudience.ChannelId(0), StringComparison.Ordinal));
        Assert.Equal(bot.Posts()[0].ConversationId, reply.ConversationId);
    }
}
