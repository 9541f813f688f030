using System.Diagnostics.Metrics;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>What is measured of announcements.</summary>
public sealed class AnnouncementMetrics
{
    private const string Step = "chatopsbot.step";

    private readonly TimeProvider _time;
    private readonly Counter<long> _announcements;
    private readonly Histogram<double> _announcementDelay;

    public AnnouncementMetrics(IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _time = time;
        var meter = meters.Create(BotMeter.Name);
        _announcements = meter.CreateCounter<long>("chatopsbot.announcements", "{call}", "Calls that bring a DR event to a channel.");
        _announcementDelay = meter.CreateHistogram(
            "chatopsbot.announcement.delay", "s", "From a change of a DR event until a channel has it.", tags: null, BotMeter.Background);
    }

    /// <summary>Counts none of each end that somebody is to hear of: a count that begins with one is no rise to Prometheus.</summary>
    internal void Begin()
    {
        foreach (var step in new[] { "post", "update", "reply" })
            foreach (var outcome in new[] { "failed", "channel_closed", "unknown" })
                _announcements.Add(0, BotMeter.Tag(Step, step), BotMeter.Tag(BotMeter.Outcome, outcome));
    }

    /// <returns>The word for how it ended.</returns>
    internal string Announced(DeliveryTask task, DeliveryVerdict verdict, SendOutcome outcome)
    {
        var word = outcome is SendOutcome.Sent ? "sent"
            : verdict.Status is not null ? "channel_closed"
            : verdict.End.State is DeliveryState.Failed ? "failed"
            : outcome is SendOutcome.UnknownEnd ? "unknown"
            : "later";
        var step = task.Step switch { DeliveryStep.Post => "post", DeliveryStep.Update => "update", _ => "reply" };
        _announcements.Add(1, BotMeter.Tag(Step, step), BotMeter.Tag(BotMeter.Outcome, word));
        if (word == "sent" && _announcementDelay.Enabled)
            _announcementDelay.Record(Math.Max(0, (_time.GetUtcNow() - Since(task)).TotalSeconds), BotMeter.Tag(Step, step));
        return word;
    }

    // A channel that began to follow later was not late; one whose first try failed was, from the change on.
    private static DateTimeOffset Since(DeliveryTask task)
    {
        var drEvent = task.Event!;
        var change = drEvent.Timeline.Count > 0 ? drEvent.Timeline[^1].At : drEvent.DeclaredAt;
        if (drEvent.AnnouncedAt > change)
            change = drEvent.AnnouncedAt.Value;
        return task.Row is { Attempt: 0, Due: { } due } && due > change ? due : change;
    }
}
