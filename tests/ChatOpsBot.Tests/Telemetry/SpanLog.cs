using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>Every span that would be exported.</summary>
internal sealed class SpanLog : BaseProcessor<Activity>
{
    private readonly ConcurrentQueue<Activity> _spans = [];

    public IReadOnlyList<Activity> All => [.. _spans];

    public override void OnEnd(Activity data)
    {
        if (data.Recorded)
            _spans.Enqueue(data);
    }

    /// <summary>Those of one trace, in the order in which they began.</summary>
    public IReadOnlyList<Activity> Of(ActivityTraceId trace) =>
        [.. All.Where(span => span.TraceId == trace).OrderBy(span => span.StartTimeUtc)];

    /// <summary>The newest span of this name, awaited: the span of an HTTP request ends a moment after its caller has the answer.</summary>
    public async Task<Activity> EndedAsync(string name)
    {
        var until = Stopwatch.StartNew();
        while (true)
        {
            if (All.LastOrDefault(span => span.DisplayName == name) is { } ended)
                return ended;
            Assert.True(until.Elapsed < TimeSpan.FromSeconds(10), $"No span {name} has ended.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>All that is told of a span, as one text.</summary>
    public static string Told(Activity span) => string.Join('\n', [
        span.DisplayName,
        span.StatusDescription,
        .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
        .. span.Events.SelectMany(it => it.Tags.Select(tag => $"{it.Name} {tag.Key}={tag.Value}")),
        .. span.Baggage.Select(item => $"{item.Key}={item.Value}"),
    ]);
}
