using System.Diagnostics.Metrics;
using ChatOpsBot.Connector;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Recovery.Announcing;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>What is counted, one thing at a time.</summary>
public sealed class MetricTests
{
    [Fact]
    public async Task A_throttled_send_is_counted_with_how_long_Teams_asked_to_wait_and_so_is_the_try_after_it()
    {
        await using var bot = await RunningBot.StartAsync();
        using var sends = Collect<long>(bot, "chatopsbot.sends", ConnectorMetrics.MeterName);
        using var waits = Collect<double>(bot, "chatopsbot.send.retry_after", ConnectorMetrics.MeterName);
        using var retries = Collect<long>(bot, "chatopsbot.send.retries", ConnectorMetrics.MeterName);
        bot.Teams.Next(FakeFault.Throttle("2"));
        await bot.Clock.RunUntilDone(DeliveredAsync(bot, "who applies PTFs?"));

        Assert.Equal(
            ["post throttled Throttled", "post sent "], Told(sends, "messaging.operation.name", "chatopsbot.outcome", "error.type"));
        Assert.Equal(2, Assert.Single(waits.GetMeasurementSnapshot()).Value);
        Assert.Single(retries.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task A_refused_send_is_counted_by_what_Teams_said()
    {
        await using var bot = await RunningBot.StartAsync();
        using var sends = Collect<long>(bot, "chatopsbot.sends", ConnectorMetrics.MeterName);
        bot.Teams.Always(FakeFault.Refuse(403, "BotNotInConversationRoster"));
        await DeliveredAsync(bot, "who applies PTFs?");
        Assert.Equal(["refused BotNotInRoster"], Told(sends, "chatopsbot.outcome", "error.type"));
    }

    [Fact]
    public async Task Turns_are_counted_by_what_happened_who_answered_and_how_it_ended()
    {
        await using var bot = await RunningBot.StartAsync();
        using var turns = Collect<long>(bot, "chatopsbot.turns");
        using var times = Collect<double>(bot, "chatopsbot.turn.duration");
        await bot.FiledAsync();
        await DeliveredAsync(bot, "break, please");
        await bot.DeliverAsync(ActivityJson.Activity("typing").With("id", "9"));

        Assert.Equal(
            ["said start saved", "pressed form saved", "pressed confirm saved", "said none failed", "other none ignored"],
            Told(turns, "chatopsbot.turn.kind", "chatopsbot.topic", "chatopsbot.outcome"));
        Assert.Equal(5, times.GetMeasurementSnapshot().Count);
    }

    [Fact]
    public async Task Sentences_are_counted_by_what_they_want_and_whether_they_were_understood()
    {
        await using var bot = await RunningBot.StartAsync();
        using var sentences = Collect<long>(bot, "chatopsbot.sentences");
        foreach (var text in new[] { "who applies PTFs?", "thanks!", "flibber gronk", "who renews the windows licences?" })
            await DeliveredAsync(bot, text);
        Assert.Equal(
            ["responsibility True", "smalltalk True", "unknown False", "unknown True"],
            Told(sentences, "chatopsbot.intent", "chatopsbot.understood"));
    }

    [Fact]
    public async Task What_Teams_delivers_again_is_counted_and_not_worked()
    {
        await using var bot = await RunningBot.StartAsync();
        using var repeats = Collect<long>(bot, "chatopsbot.turn.repeats");
        using var turns = Collect<long>(bot, "chatopsbot.turns");
        await bot.DeliverAsync(ActivityJson.Message());
        await bot.DeliverAsync(ActivityJson.Message());
        Assert.Single(repeats.GetMeasurementSnapshot());
        Assert.Single(turns.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task Calls_to_the_desk_and_messages_are_counted_by_how_they_ended()
    {
        await using var bot = await RunningBot.StartAsync();
        using var calls = Collect<double>(bot, "chatopsbot.desk.call.duration");
        using var messages = Collect<long>(bot, "chatopsbot.outbox.messages");
        using var delays = Collect<double>(bot, "chatopsbot.outbox.delay");
        using var commits = Collect<long>(bot, "chatopsbot.commits");
        var ana = await bot.WithReviewAsync();
        bot.Desk.IsDown = true;
        await ana.PressesAsync(Filed.Send);
        bot.Desk.IsDown = false;
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await bot.SettleAsync();

        Assert.Equal(
            ["open not_now", "open done"],
            Told(calls, "chatopsbot.desk.operation", "chatopsbot.outcome").Where(call => call.StartsWith("open", StringComparison.Ordinal)));
        Assert.Equal(
            ["open-ticket later", "open-ticket done"],
            Told(messages, "chatopsbot.outbox.message.kind", "chatopsbot.outcome")
                .Where(it => it.StartsWith("open", StringComparison.Ordinal)));
        Assert.Contains(
            delays.GetMeasurementSnapshot(),
            delay => (string?)delay.Tags["chatopsbot.outbox.message.kind"] == "open-ticket" && delay.Value >= 600);
        Assert.All(Told(commits, "chatopsbot.outcome"), outcome => Assert.Equal("saved", outcome));
    }

    [Fact]
    public async Task Announcements_are_counted_by_step_and_end_with_how_late_they_came()
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 2);
        using var announcements = Collect<long>(bot.Bot, "chatopsbot.announcements");
        using var delays = Collect<double>(bot.Bot, "chatopsbot.announcement.delay");
        bot.Teams.Next(FakeFault.Refuse(403, "BotNotInConversationRoster"), FakeFault.Throttle("30"));
        await bot.DeclareAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["post channel_closed", "post later", "post sent"], Told(announcements, "chatopsbot.step", "chatopsbot.outcome"));
        Assert.InRange(Assert.Single(delays.GetMeasurementSnapshot()).Value, 120, 180);
    }

    [Fact]
    public async Task A_database_that_fails_is_counted()
    {
        await using var bot = await RunningBot.StartAsync();
        using var faults = Collect<long>(bot, "chatopsbot.database.faults", ChatOpsBot.Storage.StorageMetrics.MeterName);
        await Assert.ThrowsAnyAsync<Exception>(() =>
            bot.ReadAsync(db =>
                Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
                    db.Database, "SELECT * FROM \"NoSuchTable\"", TestContext.Current.CancellationToken)));
        Assert.Equal(["sqlite 1"], Told(faults, "error.type"));
    }

    private static MetricCollector<T> Collect<T>(RunningBot bot, string instrument, string meter = "ChatOpsBot")
        where T : struct => new(bot.Services.GetRequiredService<IMeterFactory>(), meter, instrument);

    private static List<string> Told<T>(MetricCollector<T> collector, params string[] tags)
        where T : struct =>
        [.. collector.GetMeasurementSnapshot().Select(it => string.Join(' ', tags.Select(tag => $"{it.Tags.GetValueOrDefault(tag)}")))];

    private static int _ids;

    private static async Task<bool> DeliveredAsync(RunningBot bot, string text)
    {
        await bot.DeliverAsync(ActivityJson.Message(text).With("id", $"m{Interlocked.Increment(ref _ids)}"));
        return true;
    }
}
