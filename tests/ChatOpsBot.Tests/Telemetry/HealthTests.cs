using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>What the health endpoints say of what does not leave the house.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task An_message_that_was_given_up_makes_the_bot_degraded_and_leaves_it_ready()
    {
        await using var bot = await RunningBot.StartAsync(("Outbox:Attempts", "1"));
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        await bot.SettleAsync();
        bot.Teams.Always(FakeFault.Refuse(403, "BotNotInConversationRoster"));
        await bot.DeskSetsAsync(Domain.Requests.Desk.TicketState.Resolved, "Done.");
        await bot.SettleAsync();

        var (status, json) = await AskAsync(bot);
        Assert.Equal(
            (200, "Degraded", "Degraded", "Healthy"),
            (
                status,
                (string)json["status"]!,
                (string)json["checks"]!["outbox"]!["status"]!,
                (string)json["checks"]!["database"]!["status"]!));
        Assert.True((int)json["checks"]!["outbox"]!["dead_letter"]! > 0);
        using var plain = await bot.GetAsync("/readyz");
        Assert.Equal("Degraded", await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_ticket_that_is_not_opened_for_long_makes_the_bot_degraded_until_it_is()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.WithReviewAsync();
        bot.Desk.IsDown = true;
        await ana.PressesAsync(Filed.Send);
        Assert.Equal("Healthy", (string)(await AskAsync(bot)).Json["status"]!);
        bot.Clock.Advance(TimeSpan.FromMinutes(4));
        await bot.SettleAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(4));
        await bot.SettleAsync();

        var outbox = (await AskAsync(bot)).Json["checks"]!["outbox"]!;
        Assert.Equal(("Degraded", 480), ((string)outbox["status"]!, (int)outbox["oldestSeconds"]!));
        bot.Desk.IsDown = false;
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await bot.SettleAsync();
        Assert.Equal("Healthy", (string)(await AskAsync(bot)).Json["checks"]!["outbox"]!["status"]!);
    }

    private static async Task<(int Status, JsonNode Json)> AskAsync(RunningBot bot)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await http.GetAsync(new Uri(bot.Address, "/readyz"), TestContext.Current.CancellationToken);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
