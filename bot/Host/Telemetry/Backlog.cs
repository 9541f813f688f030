using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>What waits in the database, for whichever instance: every instance sees the same.</summary>
/// <param name="At">When it was read.</param>
/// <param name="AwaitingApproval">Requests that wait for an approval.</param>
/// <param name="OpenEvents">DR events that are not over.</param>
/// <param name="Overdue">Those among them whose promised update has not come.</param>
/// <param name="AuditEntries">How many entries the audit chain has, as its head says.</param>
public sealed record Backlog(
    DateTimeOffset At,
    IReadOnlyList<OutboxBacklog> OutboxMessages,
    IReadOnlyList<DeliveryBacklog> Deliveries,
    int AwaitingApproval,
    OpenEvents OpenEvents,
    int Overdue,
    long AuditEntries)
{
    /// <summary>Messages that were given up.</summary>
    public int DeadLetters => OutboxMessages.Sum(kind => kind.DeadLetters);

    /// <summary>How long the oldest message waits that could be done by now; null where none does.</summary>
    public TimeSpan? Age => OutboxMessages.Min(kind => kind.Since) is { } since ? Positive(At - since) : null;

    internal static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
}

/// <summary>How many DR events are not over.</summary>
public sealed record OpenEvents(int Real, int Drills);
