using static ChatOpsBot.Domain.Recovery.RecoveryState;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>How far an event is on the way that events go: what is done, where it is, what is to come.</summary>
public static class RecoveryProgress
{
    private static readonly RecoveryState[] Steps =
        [Declared, Approved, FailoverRunning, DrSideActive, ApplicationValidated, Stable, FailbackPlanned, FailbackRunning, Closed];

    public static IEnumerable<ProgressStep> Of(RecoveryEvent drEvent)
    {
        var now = Array.IndexOf(Steps, drEvent.State);
        // A failover that is restarted has its later steps before it again; what came to another end has none.
        var place = now >= 0 ? now : Steps.Length;
        for (var at = 0; at < Steps.Length; at++)
        {
            var reached = ReachedAt(drEvent, Steps[at]);
            // What was skipped, or given up on the way back, is not part of this event.
            if (reached is null && (drEvent.IsOver || at < now))
                continue;
            var mark = at == now ? ProgressMark.Now : reached is not null && at < place ? ProgressMark.Done : ProgressMark.Ahead;
            yield return new(Steps[at], reached, mark);
        }

        if (now < 0)
            yield return new(drEvent.State, ReachedAt(drEvent, drEvent.State), ProgressMark.Ended);
    }

    /// <summary>The way as it is told at a glance: what is done, where it is, and the step to come.</summary>
    public static IEnumerable<ProgressStep> AtAGlance(RecoveryEvent drEvent)
    {
        var way = Of(drEvent).ToList();
        var ahead = way.Where(step => step.Mark is ProgressMark.Ahead);
        return way.Except(ahead).Concat(ahead.Take(1));
    }

    /// <summary>When the event came to that state last; null where it never did.</summary>
    public static DateTimeOffset? ReachedAt(RecoveryEvent drEvent, RecoveryState state) => drEvent.Timeline
        .Where(line => line.State == state && line.Kind is (TimelineKind.Declared or TimelineKind.Step))
        .Select(line => (DateTimeOffset?)line.At)
        .LastOrDefault();
}

/// <param name="At">When it was reached last; null where it never was.</param>
public sealed record ProgressStep(RecoveryState State, DateTimeOffset? At, ProgressMark Mark);

/// <summary>How a step on the way stands.</summary>
public enum ProgressMark
{
    Done,
    Now,
    Ahead,

    /// <summary>It ended here, off the way: rejected or called off.</summary>
    Ended,
}
