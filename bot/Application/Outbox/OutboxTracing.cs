using System.Diagnostics;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage.Outbox;

namespace ChatOpsBot.Application.Outbox;

/// <summary>The spans of outbox messages.</summary>
internal static class OutboxTracing
{
    /// <summary>
    /// The span of a message: in the trace of what made it, as OpenTelemetry asks for a message that is processed alone. What was put
    /// down for a later time begins a trace of its own that is linked to the first, or that would go on for as long as a DR event does.
    /// </summary>
    /// <returns>Never null: without anybody who listens, it still gives the log lines the id of the trace.</returns>
    public static Activity Begin(ClaimedMessage claimed)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var name = $"outbox {claimed.Kind}";
        var made = ActivityContext.TryParse(claimed.Trace, null, isRemote: true, out var context) ? context : default;
        var isLater = IsOfLater(claimed.Message);
        var span = BotTracing.Source.StartActivity(
            ActivityKind.Consumer,
            isLater ? default : made,
            tags: null,
            isLater && made != default ? [new ActivityLink(made)] : null,
            startTime: default,
            name);
        return span?.SetTag("messaging.system", "chatopsbot.outbox")
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.operation.name", claimed.Kind)
            .SetTag("chatopsbot.outbox.message.id", claimed.Id)
            .SetTag("chatopsbot.outbox.message.attempt", claimed.Attempt + 1)
            .SetTag("chatopsbot.subject.id", claimed.Subject.Id) ?? Unrecorded(name, isLater ? null : claimed.Trace);
    }

    private static Activity Unrecorded(string name, string? trace)
    {
        var span = new Activity(name);
        if (trace is not null)
            span.SetParentId(trace);
        return span.Start();
    }

    private static bool IsOfLater(OutboxMessage message) => message
        is OutboxMessage.RemindApprovers
        or OutboxMessage.Escalate
        or OutboxMessage.ExpireDraft
        or OutboxMessage.Remind
        or OutboxMessage.AskAuthorities { Round: > 1 }
        or OutboxMessage.AnnounceApprovalTimeout
        or OutboxMessage.PromptUpdate
        or OutboxMessage.MissUpdate;
}
