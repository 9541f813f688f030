using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Tickets.Played;

/// <summary>The switch <c>--desk-sandbox</c>, with the bot's own program.</summary>
public sealed class DeskSandboxTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("ibm", "CS")]
    [InlineData("servicenow", "INC")]
    public async Task What_is_filed_stands_on_the_page_whatever_desk_is_set_up(string word, string start)
    {
        await using var teams = await FakeTeams.StartAsync();
        using var bot = BotProcess.Start(
            ["--dev", "--no-playground", "--urls", "http://127.0.0.1:0", "--desk-sandbox", word],
            ("Desk__Kind", "Local"),
            ("Desk__Routes__0__Kind", "Local"),
            ("Desk__Routes__0__Type", "restore"),
            ("Storage__ConnectionString", "Data Source=/nowhere/at/all.db"),
            ("Logging__LogLevel__Default", "Error"));
        try
        {
            _ = bot.StandardError.ReadToEndAsync(Cancel);
            using var desk = new DeskPlayer(new((await bot.StandardOutput.ReadLineAsync(Cancel))!.Split(' ')[1]));
            var address = (await bot.StandardOutput.ReadLineAsync(Cancel))!.Split(' ')[^1].TrimEnd('.');
            using var http = new HttpClient();
            var ana = new Colleague(teams, DeliverAsync, "ana");
            await ana.SaysAsync(Filed.Sentence);
            await ana.PressesAsync("Review");
            await ana.PressesAsync(Filed.Send);
            while (!(await desk.ReadAsync("/desk")).Contains("PRODLIB", StringComparison.Ordinal))
                await Task.Delay(50, Cancel);
            Assert.Matches($">{start}[0-9]+</a></td>", await desk.ReadAsync("/desk"));

            async Task<(int Status, JsonNode? Body)> DeliverAsync(JsonObject activity)
            {
                activity["serviceUrl"] = teams.ServiceUrl;
                using var response = await http.PostAsJsonAsync(new Uri($"{address}/api/messages"), activity, Cancel);
                var body = await response.Content.ReadAsStringAsync(Cancel);
                return ((int)response.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) : null);
            }
        }
        finally
        {
            using var kill = Process.Start("kill", ["-TERM", $"{bot.Id}"]);
            await bot.WaitForExitAsync(Cancel);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task In_production_it_is_refused() => Refused(await BotProcess.RunAsync(["--desk-sandbox", "ibm"]));

    [Fact(Timeout = 120_000)]
    public async Task Where_Teams_reaches_the_bot_it_is_refused() =>
        Refused(await BotProcess.RunAsync(["--dev", "--desk-sandbox", "servicenow"], "", ("Teams__AppId", "5d1b6f9e-4a53-4f0c-9d61-2f3f5f1c7a11")));

    [Fact(Timeout = 120_000)]
    public async Task Another_product_is_named_as_unknown()
    {
        var (code, _, errors) = await BotProcess.RunAsync(["--dev", "--desk-sandbox", "jira"]);
        Assert.Equal(2, code);
        Assert.Contains("'servicenow'", errors, StringComparison.Ordinal);
    }

    private static void Refused((int Code, string Output, string Errors) ended)
    {
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.StartsWith("--desk-sandbox is for trying the bot on your own machine", ended.Errors, StringComparison.Ordinal);
    }
}
