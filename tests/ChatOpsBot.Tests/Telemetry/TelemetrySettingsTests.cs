using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>Settings about telemetry are checked at the start, and the doctor tries them.</summary>
public sealed class TelemetrySettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");

    private (string, string) Database => ("Storage__ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "bot.db")}");

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var (code, output, _) = await BotProcess.RunAsync(
            ["--dev", "doctor"],
            "",
            Database,
            ("Telemetry__OtlpEndpoint", "collector:4317"),
            ("Telemetry__PrometheusAddress", "http://localhost:9464"),
            ("Telemetry__SampleRatio", "2"),
            ("Telemetry__LookEvery", "00:00:00"),
            ("Telemetry__OtlpProtocol", "Pigeon"));
        Assert.Equal(1, code);
        foreach (var name in new[] { "OtlpEndpoint", "PrometheusAddress", "SampleRatio", "LookEvery", "OtlpProtocol" })
            Assert.Contains($"FAIL  configuration: Telemetry:{name} ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_not_answered_where_Teams_comes_in()
    {
        var (code, _, errors) = await BotProcess.RunAsync(
            ["--dev", "--no-playground", "--urls", "http://localhost:5077"],
            "",
            Database,
            ("Telemetry__PrometheusAddress", "http://localhost:5077/metrics"));
        Assert.Equal(2, code);
        Assert.Contains("Telemetry:PrometheusAddress uses the port the bot listens on for Teams", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_says_that_a_collector_is_not_there_and_who_can_fetch_metrics()
    {
        SqliteFile.Make(SqliteFile.Of(Database.Item2)!);
        var (code, output, _) = await BotProcess.RunAsync(
            ["--dev", "doctor"],
            "",
            Database,
            ("Telemetry__OtlpEndpoint", $"http://127.0.0.1:{Ports.Free()}"),
            ("Telemetry__PrometheusAddress", "http://*:9464/metrics"));
        Assert.Equal(1, code);
        Assert.Contains("FAIL  telemetry: http://127.0.0.1:", output, StringComparison.Ordinal);
        Assert.Contains(
            "--    telemetry: metrics are served at http://*:9464/metrics to anybody who reaches port 9464 of this machine",
            output,
            StringComparison.Ordinal);
        Assert.Contains("--    dispatcher: no instance of the bot is sending announcements", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_sends_a_span_to_the_collector_that_is_there()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        var paths = new List<string>();
        collector.Run(http =>
        {
            paths.Add(http.Request.Path);
            http.Response.ContentType = "application/x-protobuf";
            return Task.CompletedTask;
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);

        var (code, output, _) = await BotProcess.RunAsync(
            ["--dev", "doctor"],
            "",
            Database,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First()),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        Assert.Equal(0, code);
        Assert.Contains("ok    telemetry: ", output, StringComparison.Ordinal);
        Assert.Contains("/v1/traces", paths);
    }

    [Fact]
    public async Task Log_lines_are_json_where_settings_want_it()
    {
        using var bot = BotProcess.Start(
            ["--dev", "--no-playground", "--urls", "http://127.0.0.1:0"],
            Database,
            ("Logging__Console__FormatterName", "json"));
        try
        {
            var line = await bot.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.Equal(1100, (int)System.Text.Json.Nodes.JsonNode.Parse(line!)!["EventId"]!);
        }
        finally
        {
            bot.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
