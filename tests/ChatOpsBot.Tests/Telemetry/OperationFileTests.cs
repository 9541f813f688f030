using System.Text.RegularExpressions;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>The dashboard, the alerts and the page about them agree with each other and with the bot.</summary>
public sealed partial class OperationFileTests
{
    private static readonly string[] Severities = ["critical", "warning", "info"];

    [Fact]
    public async Task The_page_lists_every_metric_of_the_bot_and_no_other()
    {
        using var instruments = new PublishedInstruments();
        await using var bot = await RunningBot.StartAsync(
            ("Telemetry:PrometheusAddress", $"http://127.0.0.1:{Ports.Free()}/metrics"));
        await bot.FiledAsync();
        var told = Row().Matches(OperationFiles.Page).Select(row => (Ours: row.Groups[1].Value, Theirs: row.Groups[2].Value)).ToList();
        Assert.Equal(instruments.ByPrometheusName.Select(pair => (pair.Value, pair.Key)).Order(), told.Order());
    }

    [Fact]
    public async Task Every_metric_of_the_bot_stands_on_the_dashboard()
    {
        using var instruments = new PublishedInstruments();
        await using var bot = await RunningBot.StartAsync(
            ("Telemetry:PrometheusAddress", $"http://127.0.0.1:{Ports.Free()}/metrics"));
        await bot.FiledAsync();
        var shown = OperationFiles.DashboardQueries.SelectMany(OperationFiles.MetricsIn).ToHashSet();
        Assert.Subset(shown, instruments.ByPrometheusName.Keys.ToHashSet());
    }

    [Fact]
    public void Every_panel_says_what_it_means_and_asks_the_source_that_is_chosen()
    {
        Assert.Equal("datasource", (string?)OperationFiles.Dashboard["templating"]!["list"]![0]!["name"]);
        Assert.All(OperationFiles.Panels, panel =>
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)panel["description"]));
            Assert.Equal("${datasource}", (string?)panel["datasource"]!["uid"]);
            Assert.All(panel["targets"]!.AsArray(), target => Assert.Equal("${datasource}", (string?)target!["datasource"]!["uid"]));
        });
    }

    [Fact]
    public void Panels_have_ids_of_their_own_and_lie_beside_each_other()
    {
        var all = OperationFiles.Dashboard["panels"]!.AsArray().Select(panel => panel!).ToList();
        Assert.Equal(all.Count, all.Select(panel => (int)panel["id"]!).Distinct().Count());
        var cells = all.SelectMany(panel =>
                Cells(
                    (int)panel["gridPos"]!["x"]!, (int)panel["gridPos"]!["y"]!, (int)panel["gridPos"]!["w"]!, (int)panel["gridPos"]!["h"]!))
            .ToList();
        Assert.Equal(cells.Count, cells.Distinct().Count());
        Assert.All(cells, cell => Assert.InRange(cell.X, 0, 23));
    }

    [Fact]
    public void Every_alert_says_what_it_is_what_it_means_and_where_to_read_what_to_do()
    {
        var headings = Heading().Matches(OperationFiles.Page).Select(found => found.Groups[1].Value).ToList();
        Assert.Equal(OperationFiles.Alerts.Select(alert => alert.Text("alert")).Order(), headings.Order());
        Assert.All(OperationFiles.Alerts, alert =>
        {
            Assert.NotEmpty(alert.Text("annotations", "summary"));
            Assert.NotEmpty(alert.Text("annotations", "description"));
            Assert.Contains(alert.Text("labels", "severity"), Severities);
            Assert.Equal($"bot/Host/OPERATE.md#{alert.Text("alert").ToLowerInvariant()}", alert.Text("annotations", "runbook"));
        });
    }

    [Fact]
    public async Task The_alerts_fire_when_they_should_and_keep_still_on_a_calm_day()
    {
        var (code, output) = await Promtool.RunAsync("test", "rules", "alerts.test.yaml");
        Assert.True(code == 0, output);
        var tests = House.Repository.Read($"{OperationFiles.Folder}/alerts.test.yaml");
        // Once where it fires, once where it does not.
        Assert.All(OperationFiles.Alerts, alert => Assert.InRange(Regex.Count(tests, $@"alertname: {alert.Text("alert")}\b"), 2, 10));
    }

    [Fact]
    public async Task Prometheus_can_read_the_alerts()
    {
        var (code, output) = await Promtool.RunAsync("check", "rules", "alerts.yaml");
        Assert.True(code == 0, output);
    }

    private static IEnumerable<(int X, int Y)> Cells(int x, int y, int width, int height) =>
        from column in Enumerable.Range(x, width) from line in Enumerable.Range(y, height) select (column, line);

    [GeneratedRegex(@"^\| `(chatopsbot[\w.]+)` \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^#### (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
