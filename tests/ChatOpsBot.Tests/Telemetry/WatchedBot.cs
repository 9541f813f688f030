using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>A bot whose spans, metrics and log lines are looked at.</summary>
internal sealed class WatchedBot : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly int _port;

    private WatchedBot(RunningBot bot, int port) => (Bot, _port) = (bot, port);

    public RunningBot Bot { get; }

    public SpanLog Spans { get; } = new();

    public RecordLog Records { get; } = new();

    /// <summary>Where its metrics are fetched.</summary>
    public Uri Metrics => new($"http://127.0.0.1:{_port}/metrics");

    public static async Task<WatchedBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var port = Ports.Free();
        var bot = new WatchedBot(
            await RunningBot.StartAsync([("Telemetry:PrometheusAddress", $"http://127.0.0.1:{port}/metrics"), .. settings]),
            port);
        bot.Bot.Change = services =>
            services
                .AddOpenTelemetry()
                .WithTracing(traces => traces.AddProcessor(bot.Spans))
                .WithLogging(logs => logs.AddProcessor(bot.Records));
        await bot.Bot.RestartAsync();
        return bot;
    }

    /// <summary>What this bot alone counts with one instrument, from now on.</summary>
    public MetricCollector<T> Collect<T>(string instrument, string meter = "ChatOpsBot")
        where T : struct => new(Bot.Services.GetRequiredService<IMeterFactory>(), meter, instrument);

    /// <summary>The trace of the newest turn that ended in this way and left a log line, with all that came of it.</summary>
    public async Task<IReadOnlyList<Activity>> TraceOfTurnAsync(string outcome) =>
        await Spans.TraceAsync(await Spans.EndedAsync(span =>
            span.OperationName == "turn" && (string?)span.GetTagItem("chatopsbot.outcome") == outcome && IsOurs(span)));

    /// <summary>The metrics as Prometheus gets them.</summary>
    public Task<string> ScrapeAsync() => _http.GetStringAsync(Metrics, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Bot.DisposeAsync();
        Spans.Dispose();
        Records.Dispose();
    }

    // Another test's bot has been given other activities.
    private bool IsOurs(Activity turn) =>
        Bot.Log.Lines.Any(line => line.Contains($"{turn.GetTagItem("chatopsbot.reference")}", StringComparison.Ordinal));
}
