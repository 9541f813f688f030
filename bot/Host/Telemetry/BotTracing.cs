using System.Diagnostics;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Outbox;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>
/// What of the host's work is seen in a trace: turn, understanding, topic, commit, errand, call to the desk, announcement. Ids alone: no name,
/// nothing that somebody wrote.
/// </summary>
public static class BotTracing
{
    public const string SourceName = "ChatOpsBot";

    /// <summary>The span of one channel's copy of an announcement.</summary>
    public const string Delivery = "announce";

    internal static ActivitySource Source { get; } = new(SourceName);

    /// <summary>
    /// The span of an errand: in the trace of what made it, as OpenTelemetry asks for a message that is processed alone. What was put down for
    /// a later time begins a trace of its own that is linked to the first, or that would go on for as long as a DR event does.
    /// </summary>
    /// <returns>Never null: without anybody who listens, it still gives the log lines the id of the trace.</returns>
    public static Activity Errand(ClaimedErrand claimed)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var name = $"errand {claimed.Kind}";
        var made = ActivityContext.TryParse(claimed.Trace, null, isRemote: true, out var context) ? context : default;
        var isLater = IsOfLater(claimed.Errand);
        var span = Source.StartActivity(
            ActivityKind.Consumer, isLater ? default : made, tags: null, isLater && made != default ? [new ActivityLink(made)] : null, startTime: default, name);
        return span?.SetTag("messaging.system", "chatopsbot.outbox")
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.operation.name", claimed.Kind)
            .SetTag("chatopsbot.errand.id", claimed.Id)
            .SetTag("chatopsbot.errand.attempt", claimed.Attempt + 1)
            .SetTag("chatopsbot.about.id", claimed.Errand.About) ?? Unrecorded(name, isLater ? null : claimed.Trace);
    }

    internal static void Failed(this Activity span, string type, string? description = null) =>
        span.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error, description);

    private static Activity Unrecorded(string name, string? trace)
    {
        var span = new Activity(name);
        if (trace is not null)
            span.SetParentId(trace);
        return span.Start();
    }

    private static bool IsOfLater(Errand errand) => errand
        is Domain.Requests.Errand.RemindApprovers
        or Domain.Requests.Errand.Escalate
        or Domain.Requests.Errand.ExpireDraft
        or Domain.Requests.Errand.Remind
        or Domain.Requests.Errand.AskAuthorities { Round: > 1 }
        or Domain.Requests.Errand.EndSilence
        or Domain.Requests.Errand.PromptUpdate
        or Domain.Requests.Errand.MissUpdate;
}
