using System.Collections.Concurrent;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>Every log line that would be exported, with all that stands beside it.</summary>
internal sealed class RecordLog : BaseProcessor<LogRecord>
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public override void OnEnd(LogRecord data)
    {
        List<string> parts = [$"{data.EventId.Id} {data.FormattedMessage}", $"trace={data.TraceId}", $"{data.Exception}"];
        parts.AddRange((data.Attributes ?? []).Select(it => $"{it.Key}={it.Value}"));
        data.ForEachScope(
            (scope, all) =>
            {
                foreach (var item in scope)
                    all.Add($"{item.Key}={item.Value}");
            },
            parts);
        _lines.Enqueue(string.Join('\n', parts));
    }
}
