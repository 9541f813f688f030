using System.Text.Json.Nodes;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Recovery;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>
/// What people write, what they are called, and what must stay secret is found in nothing that leaves for the monitoring.
/// </summary>
[Collection(OneByOne.Name)]
public sealed class CanaryTests
{
    private const string Said = "CANARYTEXT";
    private const string Named = "Canaria Vogel";
    private const string Secret = "canary-secret-4711";

    [Fact]
    public async Task Nothing_that_was_said_and_no_secret_leaves_with_a_span_a_metric_or_a_log_line()
    {
        await using var watched = await WatchedBot.StartAsync(
            ("Recovery:Reporters:0:Name", "monitor"),
            ("Recovery:Reporters:0:KeyHash", ReporterKeyHash()),
            ("Recovery:Reporters:0:Roles:0", "dr-coordinator"));
        var change = watched.Bot.Change;
        watched.Bot.Change = services =>
        {
            change(services);
            services.AddSingleton<ITopic, QuotingTopic>();
        };
        await watched.Bot.RestartAsync();
        await PlayAsync(watched.Bot);

        var metrics = await watched.ScrapeAsync();
        Assert.True(watched.Spans.All.Count > 40 && watched.Records.Lines.Count > 5 && metrics.Length > 1000);
        var all = watched.Spans.All.Select(SpanLog.Told).Concat(watched.Records.Lines).Concat(watched.Bot.Log.Lines).Append(metrics);
        Assert.All(all, text => Assert.All(
            new[] { Said, "Canaria", "Vogel", Secret }, canary => Assert.DoesNotContain(canary, text, StringComparison.OrdinalIgnoreCase)));
        // The turn that quotes is among them, or this would prove nothing of it.
        Assert.Contains(watched.Bot.Log.Lines, line => line.Contains("System.FormatException", StringComparison.Ordinal));
    }

    private static async Task PlayAsync(RunningBot bot)
    {
        var ana = bot.Colleague("ana");
        await ana.SaysAsync($"who applies {Said} PTFs?");
        await ana.SaysAsync($"quote {Said}");
        await ana.SaysAsync("break, please");
        await ana.SaysAsync($"restore {Said} on LPAR1 from yesterday 22:00");
        await ana.PressesAsync("Review");
        bot.Desk.LoseNextAnswer();
        await ana.PressesAsync(Filed.Send);
        await bot.SettleAsync();
        await bot.DeliverAsync(
            ActivityJson
                .Message($"{Said} and nothing else")
                .With("id", "n1")
                .With(
                    "from",
                    new JsonObject
                    {
                        ["id"] = "29:canary",
                        ["name"] = Named,
                        ["aadObjectId"] = "aad-canary",
                    }));
        bot.Teams.Next(FakeFault.Refuse(403, "BotNotInConversationRoster"));
        await ana.SaysAsync($"{Said}?");
        await bot.DeliverAsync(ActivityJson.Press("nonsense", new JsonObject { ["comment"] = Said }).With("id", "n2"));

        using var sender = new ReportSender(bot) { Key = Secret };
        await sender.ReportAsync(
            "declare",
            $$"""{"kind":"unplanned-failover","systems":[{"primary":"LPAR1"}],"reason":"{{Said}}","by":"{{Named}}"}"""
        );
        await sender.ReportAsync("declare", $$"""{"kind":"{{Said}}"}""");
        using (await bot.GetAsync($"/events/enter?key={Secret}"))
        using (await bot.GetAsync($"/events?key={Secret}"))
        {
        }

        bot.Clock.Advance(TimeSpan.FromMinutes(30));
        await bot.SettleAsync();
    }

    private static string ReporterKeyHash() =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Secret)));

    /// <summary>Falls over with words of the person in its exception, as a number that is none makes .NET do.</summary>
    private sealed class QuotingTopic : ITopic
    {
        public TurnResult? Answer(Turn turn) =>
            turn.What is TurnInput.Message { Text: var text } && text.StartsWith("quote ", StringComparison.Ordinal)
                ? throw new FormatException($"The input string '{text}' was not in a correct format.")
                : null;
    }
}
