using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Addresses;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>Teams serves a conversation from another address: what is sent later goes there.</summary>
public sealed class MovedAddressTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_desk_writes_goes_where_the_person_is_served_from_now()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        bot.Region = "amer";
        await ana.SaysAsync("my requests");
        var before = bot.Teams.Received.Count;

        await bot.DeskSetsAsync(TicketState.WaitingForYou, "Which member?");
        await bot.SettleAsync();

        var calls = bot.Teams.Received.Skip(before).Select(call => call.Target).ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.StartsWith("/amer/", call, StringComparison.Ordinal));
        Assert.Contains(ana.Texts, text => text.Contains("Which member?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_conversation_of_somebody_else_stays_where_it_is()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.FiledAsync();
        bot.Region = "amer";
        await bot.Colleague("ben").SaysAsync("hello");
        var before = bot.Teams.Received.Count;

        await bot.DeskSetsAsync(TicketState.WaitingForYou, "Which member?");
        await bot.SettleAsync();

        Assert.All(
            bot.Teams.Received.Skip(before), call => Assert.StartsWith("/emea/", call.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_is_known_is_reached_where_it_is_now()
    {
        await using var bot = await RunningBot.StartAsync();
        Assert.True(await bot.ReadAsync(async db =>
        {
            db.Channels.Add(new Channel { Id = "19:ops", ServiceUrl = "https://old.example.com/" });
            await db.SaveChangesAsync(Cancel);
            return await new AddressStore(db).MoveChannelAsync("19:ops", "https://new.example.com/", Cancel);
        }));

        Assert.Equal("https://new.example.com/", await bot.ReadAsync(async db => (await db.Channels.FindAsync(["19:ops"], Cancel))!.ServiceUrl));
        Assert.False(await bot.ReadAsync(db => new AddressStore(db).MoveChannelAsync("19:ops", "https://new.example.com/", Cancel)));
        Assert.False(await bot.ReadAsync(db => new AddressStore(db).MoveChannelAsync("19:other", "https://new.example.com/", Cancel)));
    }
}
