using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>Does one claimed delivery: waits for its place in the pace, makes the call, says what becomes of it.</summary>
public sealed class DeliveryRun(
    ConnectorClient teams,
    OutgoingPace pace,
    AnnouncementWriter writer,
    DeliveryRules rules,
    DispatcherLease lease,
    DeliveryTraces traces,
    AnnouncementMetrics metrics,
    TimeProvider time,
    ILogger<DeliveryRun> log)
{
    /// <summary>A channel that is held for longer is left for later, so that it keeps no place that others could use.</summary>
    private static readonly TimeSpan HeldTooLong = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait in the pace's line, where the whole tenant is slow.</summary>
    private static readonly TimeSpan LongestLine = TimeSpan.FromSeconds(20);

    /// <param name="left">Called when it keeps no place in the pace's line any more.</param>
    /// <param name="cancel">The bot ends at once: what has left has an end that nobody knows.</param>
    public async Task<DeliveryVerdict> DoAsync(DeliveryTask task, Action left, CancellationToken cancel)
    {
        try
        {
            if (WithoutCall(task) is { } result)
                return new(result);

            var place = PacedPlace.New(task.Near!, task.Row.ChannelId);
            if (await WaitAsync(place, cancel) is { } pause)
                return new(rules.PutOff(task, pause));
        }
        finally
        {
            left();
        }

        return lease.IsSafe ? await CallAsync(task, cancel) : new(rules.PutOff(task, TimeSpan.Zero));
    }

    // What needs no call.
    private static DeliveryResult? WithoutCall(DeliveryTask task) => task switch
    {
        { Event: null } => DeliveryRules.Failed(task, "NoSuchEvent"),
        { Channel: null } => DeliveryRules.PutAside(task, "NoSuchChannel"),
        { Channel: { Status: not ChannelStatus.Open } channel } => DeliveryRules.PutAside(task, channel.Why ?? channel.Status.ToString()),
        { Near: null } => DeliveryRules.PutAside(task, "NoWayKnown"),
        { Step: DeliveryStep.Reply } when task.Row.RepliedLines >= task.Event.Timeline.Count => DeliveryRules.Idle(task),
        _ => null,
    };

    /// <returns>Null when the call may leave; otherwise when to come again.</returns>
    private async Task<TimeSpan?> WaitAsync(PacedPlace place, CancellationToken cancel)
    {
        var held = pace.HeldFor(place);
        if (held > HeldTooLong)
            return held;

        using var line = new CancellationTokenSource(LongestLine, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel, line.Token);
        try
        {
            await pace.WaitAsync(place, Urgency.Announcement, patience.Token);
            return null;
        }
        catch (Exception end)
            when (end is ObjectDisposedException || (end is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return pace.HeldFor(place);
        }
    }

    private async Task<DeliveryVerdict> CallAsync(DeliveryTask task, CancellationToken cancel)
    {
        using var span = traces.Begin(task);
        var outcome = await SendAsync(task, cancel);
        if (outcome is null)
            return new(DeliveryRules.Idle(task));

        var verdict = rules.Of(task, outcome, pace.HeldFor(PacedPlace.New(task.Near!, task.Row.ChannelId)));
        Tell(task, verdict, outcome);
        var word = metrics.Announced(task, verdict, outcome);
        span?.SetTag(BotMeter.Outcome, word);
        return verdict;
    }

    private async Task<SendOutcome?> SendAsync(DeliveryTask task, CancellationToken cancel)
    {
        var (row, drEvent) = (task.Row, task.Event!);
        return task.Step switch
        {
            DeliveryStep.Post => await teams.Once.CreateThreadAsync(task.Near!, row.ChannelId, writer.Post(drEvent, task.IsResend), cancel),
            DeliveryStep.Update => await teams.Once.UpdateAsync(
                task.Thread, row.ActivityId!, writer.Update(drEvent, row.Resent > 0), cancel),
            _ => writer.Reply(drEvent, row.RepliedLines, task.IsResend) is { } reply
                ? await teams.Once.SendAsync(task.Thread, reply, cancel)
                : null,
        };
    }

    private void Tell(DeliveryTask task, DeliveryVerdict verdict, SendOutcome outcome)
    {
        var (key, channel) = (task.Event!.Key, task.Row.ChannelId);
        if (outcome is SendOutcome.Sent)
            log.Delivered(task.Step, key, channel, task.IsResend);
        else if (verdict.Status is { } status)
            log.ChannelClosed(channel, status, verdict.End.Fault);
        else if (verdict.End.State is DeliveryState.Failed)
            log.DeliveryFailed(task.Step, key, channel, verdict.End.Fault);
        else
            log.DeliveryLater(task.Step, key, channel, verdict.End.State, verdict.End.Fault);
    }
}
