using System.Net;
using System.Text.RegularExpressions;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.LanguageModel;
using ChatOpsBot.Tests.Recovery;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>What Prometheus fetches is what the page, the dashboard and the alerts speak of.</summary>
[Collection(OneByOne.Name)]
public sealed partial class MetricsPageTests
{
    [Fact]
    public async Task Every_metric_of_the_dashboard_and_the_alerts_is_fetched_from_a_bot_that_has_been_through_something()
    {
        using var instruments = new PublishedInstruments();
        await using var model = await FakeModel.StartAsync();
        await using var watched = await WatchedBot.StartAsync(model.Settings);
        var text = await PlayAsync(watched);

        var fetched = Type().Matches(text).Select(found => found.Groups[1].Value).ToHashSet();
        var ours = instruments.ByPrometheusName;
        Assert.Subset(ours.Keys.ToHashSet(), fetched.Where(name => name.StartsWith("chatopsbot_", StringComparison.Ordinal)).ToHashSet());
        // These take real Teams: a token, its keys, and eight channels throttled in a row. Their names are made by the same rule.
        // A subset: the exporter hears every host of the process, also one of another test that is still signing in.
        Assert.Subset(
            new HashSet<string>
            {
                "chatopsbot_signing_key_fetches_total", "chatopsbot_tenant_brakes_total", "chatopsbot_token_refreshes_total",
            },
            ours.Keys.Except(fetched).ToHashSet());
        var named = OperationFiles
            .DashboardQueries.Concat(OperationFiles.Alerts.Select(alert => alert.Text("expr")))
            .SelectMany(OperationFiles.MetricsIn);
        Assert.Subset(ours.Keys.Concat(fetched).ToHashSet(), named.ToHashSet());
    }

    [Fact]
    public async Task Every_label_of_the_dashboard_and_the_alerts_is_one_that_is_fetched()
    {
        await using var watched = await WatchedBot.StartAsync();
        var text = await PlayAsync(watched);
        var fetched = Label().Matches(text).Select(found => found.Groups[1].Value).ToHashSet();
        var named = OperationFiles
            .DashboardQueries.Concat(OperationFiles.Alerts.Select(alert => alert.Text("expr")))
            .SelectMany(query => OwnLabel().Matches(query))
            .Select(found => found.Value);
        Assert.Subset(fetched, named.ToHashSet());
    }

    [Fact]
    public async Task Metrics_are_answered_at_their_own_address_alone_and_nothing_else_there()
    {
        await using var watched = await WatchedBot.StartAsync();
        using var http = new HttpClient();
        using var atTeams = await watched.Bot.GetAsync("/metrics");
        using var health = await http.GetAsync(new Uri(watched.Metrics, "/healthz"), TestContext.Current.CancellationToken);
        using var message = await http.PostAsync(
            new Uri(watched.Metrics, "/api/messages"), new StringContent("{}"), TestContext.Current.CancellationToken);
        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (atTeams.StatusCode, health.StatusCode, message.StatusCode));
        Assert.Contains("chatopsbot_dispatcher_lease_held", await watched.ScrapeAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> PlayAsync(WatchedBot watched)
    {
        var bot = watched.Bot;
        await bot.Colleague("eva").SaysAsync(AdvisedBot.Puzzle);
        await bot.FiledAsync();
        await bot.DeliverAsync(ActivityJson.Message());
        await bot.DeliverAsync(ActivityJson.Message());
        await bot.DeliverAsync([]);
        bot.Teams.Next(FakeFault.Throttle("1"));
        await bot.Clock.RunUntilDone(bot.DeliverAsync(ActivityJson.Message().With("id", "throttled")));
        using var sender = new ReportSender(bot);
        await sender.AskAsync(async db =>
        {
            await FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, 2, bot.Clock.GetUtcNow());
            await Assert.ThrowsAnyAsync<Exception>(() =>
                db.Database.ExecuteSqlRawAsync("SELECT * FROM \"NoSuchTable\"", TestContext.Current.CancellationToken));
            return true;
        });
        await sender.ReportAsync("declare", """{"kind":"unplanned-failover","systems":[{"primary":"LPAR1"}]}""");
        await sender.PersonStepsAsync(Domain.Recovery.RecoveryState.Approved);
        await bot.SettleAsync();
        return await FetchedAsync(watched);
    }

    // What waits in the database is read when the clock says so, by the loop itself.
    private static async Task<string> FetchedAsync(WatchedBot watched)
    {
        while (true)
        {
            watched.Bot.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(50, TestContext.Current.CancellationToken);
            if (
                await watched.ScrapeAsync() is var text
                && text.Contains("chatopsbot_outbox_depth", StringComparison.Ordinal)
                && text.Contains("dr_events_open", StringComparison.Ordinal))
                return text;
        }
    }

    [GeneratedRegex(@"^# TYPE (\w+) ", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex(@"[{,](\w+)=""")]
    private static partial Regex Label();

    [GeneratedRegex(
        @"\b(chatopsbot_(outcome|topic|turn_kind|understood|intent|outboxMessage_kind|state|desk_operation|dr_kind|step)|error_type|http_route|server_address|messaging_operation_name)\b"
    )]
    private static partial Regex OwnLabel();
}
