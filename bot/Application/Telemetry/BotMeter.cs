using System.Diagnostics.Metrics;

namespace ChatOpsBot.Application.Telemetry;

/// <summary>What all instruments of the host have in common.</summary>
public static class BotMeter
{
    public const string Name = "ChatOpsBot";

    /// <summary>How it ended.</summary>
    internal const string Outcome = "chatopsbot.outcome";

    /// <summary>Which kind of message.</summary>
    internal const string OutboxMessage = "chatopsbot.outbox.message.kind";

    /// <summary>For what somebody waits for, in seconds: a person sees a tenth of one, and Teams gives a turn up after 15.</summary>
    internal static InstrumentAdvice<double> Prompt { get; } =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15] };

    /// <summary>For what is done afterwards, in seconds.</summary>
    internal static InstrumentAdvice<double> Background { get; } =
        new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600] };

    internal static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
