using System.Diagnostics;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Outbox;

namespace ChatOpsBot.Application.Telemetry;

/// <summary>
/// What of the host's work is seen in a trace: turn, understanding, topic, commit, message, call to the desk, announcement. Ids alone: no name,
/// nothing that somebody wrote.
/// </summary>
public static class BotTracing
{
    public const string SourceName = "ChatOpsBot";

    /// <summary>The span of one channel's copy of an announcement.</summary>
    public const string Delivery = "announce";

    internal static ActivitySource Source { get; } = new(SourceName);

    /// <summary>
    /// The span of an message: in the trace of what made it, as OpenTelemetry asks for a message that is processed alone. What was put down for
    /// a later time begins a trace of its own that is linked to the first, or that would go on for as long as a DR event does.
    /// </summary>
    /// <returns>Never null: without anybody who listens, it still gives the log lines the id of the trace.</returns>
    public static Activity OutboxMessage(ClaimedMessage claimed)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var name = $"message {claimed.Kind}";
        var made = ActivityContext.TryParse(claimed.Trace, null, isRemote: true, out var context) ? context : default;
        var isLater = IsOfLater(claimed.OutboxMessage);
        var span = Source.StartActivity(
            ActivityKind.Consumer, isLater ? default : made, tags: null, isLater && made != default ? [new ActivityLink(made)] : null, startTime: default, name);
        return span?.SetTag("messaging.system", "chatopsbot.outbox")
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.operation.name", claimed.Kind)
            .SetTag("chatopsbot.message.id", claimed.Id)
            .SetTag("chatopsbot.message.attempt", claimed.Attempt + 1)
            .SetTag("chatopsbot.about.id", claimed.OutboxMessage.About) ?? Unrecorded(name, isLater ? null : claimed.Trace);
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

    private static bool IsOfLater(OutboxMessage message) => message
        is Domain.Requests.OutboxMessage.RemindApprovers
        or Domain.Requests.OutboxMessage.Escalate
        or Domain.Requests.OutboxMessage.ExpireDraft
        or Domain.Requests.OutboxMessage.Remind
        or Domain.Requests.OutboxMessage.AskAuthorities { Round: > 1 }
        or Domain.Requests.OutboxMessage.AnnounceApprovalTimeout
        or Domain.Requests.OutboxMessage.PromptUpdate
        or Domain.Requests.OutboxMessage.MissUpdate;
}
