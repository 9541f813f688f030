using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Addresses;
using ChatOpsBot.Storage.Cards;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

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
    public async Task All_channels_of_a_team_and_what_is_stored_of_their_threads_move_together()
    {
        const string Old = "https://old.example.com/";
        const string New = "https://new.example.com/";
        await using var bot = await RunningBot.StartAsync();
        var heard = new HeardAddress("19:ops", "19:team", "aad-ana", New);
        await bot.ReadAsync(async db =>
        {
            db.Channels.Add(new Channel { Id = "19:ops", TeamId = "19:team", ServiceUrl = Old });
            db.Channels.Add(new Channel { Id = "19:other", TeamId = "19:team", ServiceUrl = Old });
            db.Channels.Add(new Channel { Id = "19:elsewhere", TeamId = "19:another", ServiceUrl = Old });
            db.CardPlaces.Add(CardIn("19:ops;messageid=1", Old));
            db.CardPlaces.Add(CardIn("19:ops2;messageid=1", Old));
            await db.SaveChangesAsync(Cancel);
            return true;
        });

        Assert.True(await MoveAsync(bot, heard));
        Assert.False(await MoveAsync(bot, heard));
        Assert.Equal(
            ["19:elsewhere " + Old, "19:ops " + New, "19:other " + New],
            await bot.ReadAsync(db => db.Channels.OrderBy(channel => channel.Id)
                .Select(channel => channel.Id + " " + channel.ServiceUrl).ToListAsync(Cancel)));
        Assert.Equal(
            [Reference("19:ops2;messageid=1", Old), Reference("19:ops;messageid=1", New)],
            await bot.ReadAsync(db => db.CardPlaces.OrderBy(card => card.ConversationId)
                .Select(card => card.Reference).ToListAsync(Cancel)));
    }

    private static Task<bool> MoveAsync(RunningBot bot, HeardAddress heard) =>
        bot.ReadAsync(db => new AddressStore(db).MoveAsync(heard, way => way, bot.Clock.GetUtcNow(), Cancel));

    private static string Reference(string conversation, string address) =>
        $$"""{"serviceUrl":"{{address}}","conversationId":"{{conversation}}"}""";

    private static CardPlace CardIn(string conversation, string address) => new()
    {
        SubjectId = Guid.NewGuid(),
        SubjectKind = SubjectKind.Request,
        ConversationId = conversation,
        ActivityId = "m1",
        Reference = Reference(conversation, address),
        Audience = "Owner",
        At = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
    };
}
