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

    /// <summary>The newest span of this kind, awaited: the span of an HTTP request ends a moment after its caller has the answer.</summary>
    public async Task<Activity> EndedAsync(Func<Activity, bool> isIt)
    {
        var until = Stopwatch.StartNew();
        while (true)
        {
            if (All.LastOrDefault(isIt) is { } ended)
                return ended;
            Assert.True(until.Elapsed < TimeSpan.FromSeconds(10), "No such span has ended.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The whole trace of a span, in the order in which its spans began; the first one, which ends last, is awaited.</summary>
    public async Task<IReadOnlyList<Activity>> TraceAsync(Activity of)
    {
        await EndedAsync(span => span.TraceId == of.TraceId && span.ParentSpanId == default);
        return [.. All.Where(span => span.TraceId == of.TraceId).OrderBy(span => span.StartTimeUtc)];
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
