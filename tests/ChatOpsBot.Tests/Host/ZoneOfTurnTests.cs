using System.Text.Json.Nodes;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Host;
using ChatOpsBot.Tests.Connector;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatOpsBot.Tests.Host;

/// <summary>A person's times are read in the zone that the person's client names.</summary>
public sealed class ZoneOfTurnTests
{
    [Theory]
    [InlineData("America/New_York", null, "America/New_York")]
    [InlineData("W. Europe Standard Time", null, "Europe/Berlin")]
    [InlineData(null, "Asia/Tokyo", "Asia/Tokyo")]
    [InlineData(null, "Tokyo Standard Time", "Asia/Tokyo")]
    [InlineData("no such zone", "Asia/Tokyo", "Asia/Tokyo")]
    [InlineData("America/New_York", "Asia/Tokyo", "America/New_York")]
    [InlineData(null, null, "Europe/Vienna")]
    [InlineData("", "Mars/Olympus", "Europe/Vienna")]
    public async Task A_message_carries_the_zone_of_its_sender(string? local, string? client, string expected)
    {
        await using var bot = await RunningBot.StartAsync(("Turns:TimeZone", "Europe/Vienna"));
        await bot.DeliverAsync(Zoned(ActivityJson.Message(), local, client));

        Assert.Equal(expected, bot.Faults.LastTurn!.Zone.Id);
    }

    [Theory]
    [InlineData("2026-11-28T21:45:00+05:30", null, "UTC+05:30")]
    [InlineData("2026-11-28T21:45:00+05:30", "Europe/Berlin", "Europe/Berlin")]
    [InlineData("2026-11-28T21:45:00Z", null, "Europe/Vienna")]
    [InlineData("no time", null, "Europe/Vienna")]
    public async Task Without_a_zone_the_clock_of_the_client_tells_the_offset(string clock, string? zone, string expected)
    {
        await using var bot = await RunningBot.StartAsync(("Turns:TimeZone", "Europe/Vienna"));
        await bot.DeliverAsync(Zoned(ActivityJson.Message(), zone, null).With("localTimestamp", clock));

        Assert.Equal(expected, bot.Faults.LastTurn!.Zone.Id);
    }

    [Fact]
    public async Task Somebody_without_a_name_is_called_so()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(ActivityJson.Message().With("from", new JsonObject { ["id"] = "29:ben" }));

        Assert.Equal("(name unknown)", bot.Faults.LastTurn!.Who.Name);
    }

    [Fact]
    public async Task Whoever_adds_the_bot_without_a_name_is_left_out_of_the_welcome()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(
            ActivityJson.Activity("installationUpdate").With("action", "add").With("from", new JsonObject { ["id"] = "29:ben" }));

        Assert.Equal("", bot.Faults.LastTurn!.Who.Name);
    }

    [Fact]
    public async Task A_press_and_an_arrival_carry_it_too()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(Zoned(ActivityJson.Press("help"), null, "Asia/Tokyo"));
        Assert.Equal("Asia/Tokyo", bot.Faults.LastTurn!.Zone.Id);

        await bot.DeliverAsync(
            Zoned(ActivityJson.Activity("installationUpdate").With("action", "add").With("id", "2"), "Asia/Kolkata", null));
        Assert.Equal("Asia/Kolkata", bot.Faults.LastTurn!.Zone.Id);
    }

    [Fact]
    public async Task In_local_mode_a_client_without_a_zone_is_in_this_machines()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"));
        await bot.DeliverAsync(Zoned(ActivityJson.Message(), null, null));

        Assert.Equal("America/Chicago", bot.Faults.LastTurn!.Zone.Id);
    }

    [Fact]
    public async Task A_machine_with_a_zone_of_its_own_name_is_known_by_its_offset()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("Local", TimeSpan.FromHours(3), "Local", "Local"));
        await bot.DeliverAsync(Zoned(ActivityJson.Message(), null, null));

        Assert.Equal(DateTimeZoneProviders.Tzdb["UTC+03"], bot.Faults.LastTurn!.Zone);
    }

    [Theory]
    [InlineData("", "UTC")]
    [InlineData("Europe/Vienna", "Europe/Vienna")]
    public async Task Outside_local_mode_the_setting_counts_and_then_utc(string setting, string expected)
    {
        await using var app = BotHost.Build(new BotHostArguments { Environment = "Production" }, builder =>
            builder.Configuration.AddInMemoryCollection([.. WiredBot.Registration(), new("Turns:TimeZone", setting)]));

        Assert.Equal(expected, app.Services.GetRequiredService<DefaultTimeZone>().Zone.Id);
    }

    private static JsonObject Zoned(JsonObject activity, string? local, string? client)
    {
        JsonObject entity = new() { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["platform"] = "Web" };
        if (client is not null)
            entity["timezone"] = client;

        return activity.With("localTimezone", local).With("entities", new JsonArray(new JsonObject { ["type"] = "mention" }, entity));
    }
}
