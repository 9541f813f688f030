using System.Diagnostics;

namespace ChatOpsBot.Application.Telemetry;

/// <summary>
/// What of the host's work is seen in a trace: turn, understanding, topic, commit, message, call to the desk, announcement. Ids alone:
/// no name, nothing that somebody wrote.
/// </summary>
public static class BotTracing
{
    public const string SourceName = "ChatOpsBot";

    /// <summary>The span of one channel's copy of an announcement.</summary>
    public const string Delivery = "announce";

    internal static ActivitySource Source { get; } = new(SourceName);

    internal static void Failed(this Activity span, string type, string? description = null) =>
        span.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error, description);
}
