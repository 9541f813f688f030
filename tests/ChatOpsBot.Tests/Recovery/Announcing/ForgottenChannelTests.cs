using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>Channels that are to hear of an event in the end, whatever happened on the way.</summary>
public sealed class ForgottenChannelTests
{
    [Fact]
    public async Task A_channel_that_was_closed_after_a_post_with_an_unknown_end_hears_of_it_when_it_is_open_again()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Next(FakeFault.Refuse(503), FakeFault.Refuse(403, "BotNotInConversationRoster"));
        await bot.DeclareAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(ChannelStatus.Paused, (await bot.ChannelAsync()).Status);

        await OpenAsync(bot);
        await bot.LaterAsync(TimeSpan.FromMinutes(1));
        await bot.SayAsync("More.");
        await bot.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.NotEmpty(bot.Posts());
    }

    [Fact]
    public async Task A_channel_of_a_tenant_that_was_blocked_after_a_post_with_an_unknown_end_hears_of_it_later()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Next(FakeFault.Refuse(503));
        await bot.DeclareAsync();
        await bot.WriteAsync(async db =>
            await new ChannelGate(db).PauseTenantAsync(null, "BotDisabledByAdmin", bot.Bot.Clock.GetUtcNow(), CancellationToken.None));
        await bot.LaterAsync(TimeSpan.FromSeconds(10));
        await bot.WriteAsync(async db =>
            await new ChannelGate(db).OpenTenantAsync(null, "BotDisabledByAdmin", bot.Bot.Clock.GetUtcNow(), CancellationToken.None));
        await bot.LaterAsync(TimeSpan.FromMinutes(1));
        await bot.SayAsync("More.");
        await bot.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.NotEmpty(bot.Posts());
    }

    [Fact]
    public async Task A_delivery_that_was_taken_as_the_database_failed_is_done_once_it_answers_again()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        bot.Teams.Next(FakeFault.Throttle("60"));
        await bot.DeclareAsync();
        bot.Bot.Clock.Advance(TimeSpan.FromSeconds(61));

        var cancel = TestContext.Current.CancellationToken;
        var (lease, dispatcher) = (
            bot.Bot.Services.GetRequiredService<DispatcherLease>(), bot.Bot.Services.GetRequiredService<Dispatcher>());
        Assert.True(await lease.TryTakeAsync(cancel));
        // The statement that takes it goes through, the read after it does not: as where a connection is lost in between.
        await RunAsync(bot, "ALTER TABLE \"Channel\" RENAME TO \"Away\"");
        await Assert.ThrowsAsync<SqliteException>(() => dispatcher.LookAsync(lease.Holder!, cancel));
        await RunAsync(bot, "ALTER TABLE \"Away\" RENAME TO \"Channel\"");

        using var end = new CancellationTokenSource();
        var writing = bot.Bot.Services.GetRequiredService<DeliveryResultWriter>().RunAsync(end.Token);
        for (var look = 0; look < 100; look++)
        {
            await bot.Bot.Services.GetRequiredService<FanOut>().LookAsync(cancel);
            await bot.Bot.Clock.RunUntilDone(dispatcher.StepAsync(lease.Holder!, cancel), stepMilliseconds: 10);
            bot.Bot.Clock.Advance(TimeSpan.FromSeconds(2));
            Assert.True(await lease.RenewAsync(cancel));
        }

        await end.CancelAsync();
        await writing;
        Assert.NotEmpty(bot.Posts());
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_holds_no_other_back()
    {
        await using var bot = await AnnouncedBot.StartAsync();
        // As where a newer version of the bot, which runs beside this one, has kept a state that this one does not know.
        var strange = FakeAudience.Declare(bot.Bot.Clock.GetUtcNow(), number: 1, system: "LPAR9");
        await bot.WriteAsync(db => FakeAudience.KeepAsync(db, strange, bot.Bot.Clock.GetUtcNow()));
        await RunAsync(bot, "UPDATE \"RecoveryEvent\" SET \"Document\" = replace(\"Document\", '\"Declared\"', '\"Acknowledged\"')");
        try
        {
            await bot.DeclareAsync(RecoveryKind.UnplannedFailover, number: 2);
        }
        catch (System.Text.Json.JsonException)
        {
            // Here the loop ends, for good and in silence.
        }

        Assert.NotEmpty(bot.Posts());
    }

    private static Task OpenAsync(AnnouncedBot bot) => bot.WriteAsync(async db =>
    {
        await new ChannelGate(db).OpenAsync(FakeAudience.ChannelId(0), bot.Bot.Clock.GetUtcNow(), CancellationToken.None);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private static Task RunAsync(AnnouncedBot bot, string statement) => bot.WriteAsync(db => db.Database.ExecuteSqlRawAsync(statement));
}
