using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Storage.Recovery;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>
/// Decides what becomes of a delivery by how its call ended. Nothing was done after a throttle or without a connection. A change in
/// place does no harm twice. A post does: one whose end is unknown is told apart for good.
/// </summary>
public sealed class DeliveryRules(IOptions<AnnouncingOptions> options, TimeProvider time)
{
    /// <param name="held">For how long the channel itself allows no call now.</param>
    public DeliveryVerdict Of(DeliveryTask task, SendOutcome outcome, TimeSpan held) =>
        outcome switch
        {
            SendOutcome.Sent sent => new(Sent(task, sent)),
            SendOutcome.Throttled throttled => new(Again(task, "Throttled", Longer(throttled.RetryAfter, held))),
            SendOutcome.Unreachable unreachable => new(Again(task, $"Unreachable: {unreachable.Reason}", held)),
            SendOutcome.UnknownEnd unknown when task.Step is DeliveryStep.Update => new(
                Again(task, Fault(unknown), Longer(unknown.RetryAfter, held))),
            SendOutcome.UnknownEnd unknown => new(Unknown(task, Fault(unknown), Longer(unknown.RetryAfter, held))),
            SendOutcome.Refused refused => Refused(task, refused),
            _ => throw new InvalidOperationException("A call ended in a way that nobody knows."),
        };

    /// <summary>Whoever had it is no more: whether the call left, nobody knows.</summary>
    public DeliveryResult Abandoned(DeliveryTask task) => task.Step is DeliveryStep.Update
        ? Start(task) with { Due = time.GetUtcNow() }
        : Unknown(task, "Abandoned", atLeast: null) is var end && end.Due is null ? end : end with { Due = time.GetUtcNow() };

    /// <summary>As it was, for later: nothing was tried.</summary>
    public DeliveryResult PutOff(DeliveryTask task, TimeSpan pause) => Start(task) with { Due = time.GetUtcNow() + pause };

    /// <summary>Nothing is left to be done.</summary>
    public static DeliveryResult Idle(DeliveryTask task) => Start(task);

    /// <summary>There is no way to its channel now: it waits until there is.</summary>
    public static DeliveryResult PutAside(DeliveryTask task, string? why) => Start(task) with { Fault = why, AboutVersion = int.MaxValue };

    /// <summary>Given up until the event changes. Where only the reply did not come, the card stands and is right.</summary>
    public static DeliveryResult Failed(DeliveryTask task, string fault) => task.Step is DeliveryStep.Reply
        ? Replied(task) with { Fault = fault, Attempt = 0 }
        : Start(task) with { State = DeliveryState.Failed, Fault = fault };

    /// <summary>Tried in vain: once more after a pause, as long as that has a point.</summary>
    public DeliveryResult Again(DeliveryTask task, string fault, TimeSpan? atLeast) => task.Row.Attempt + 1 >= options.Value.Attempts
        ? Failed(task, fault)
        : Start(task) with
        {
            Due = time.GetUtcNow() + Longer(Pause(task.Row.Attempt), atLeast),
            Attempt = task.Row.Attempt + 1,
            Fault = fault,
        };

    /// <summary>A fault of the bot's own, in the middle of it: whether something left, nobody knows.</summary>
    public DeliveryResult Broken(DeliveryTask task, Exception fault) => task.Step is DeliveryStep.Update
        ? Again(task, fault.GetType().Name, atLeast: null)
        : Unknown(task, fault.GetType().Name, atLeast: null);

    private DeliveryResult Sent(DeliveryTask task, SendOutcome.Sent sent)
    {
        var (drEvent, now) = (task.Event!, time.GetUtcNow());
        var end = Start(task) with { Attempt = 0, Fault = null, Resent = Resent(task) };
        return task.Step switch
        {
            DeliveryStep.Post => end with
            {
                State = DeliveryState.Sent,
                ConversationId = sent.ConversationId,
                ActivityId = sent.ActivityId,
                ShownVersion = drEvent.Version,
                RepliedLines = drEvent.Timeline.Count,
                IsReplyUnknown = false,
                SentAt = now,
            },
            DeliveryStep.Update => end with
            {
                State = DeliveryState.Updated,
                ShownVersion = drEvent.Version,
                UpdatedAt = now,
                Due = drEvent.Timeline.Count > task.Row.RepliedLines ? now : null,
            },
            _ => end with { RepliedLines = drEvent.Timeline.Count, IsReplyUnknown = false },
        };
    }

    private DeliveryResult Unknown(DeliveryTask task, string fault, TimeSpan? atLeast)
    {
        var end = Start(task) with { Resent = Resent(task), Attempt = task.Row.Attempt + 1, Fault = fault };
        var due = time.GetUtcNow() + Longer(Pause(task.Row.Attempt), atLeast);
        var isLeft = options.Value.UnknownEnd is UnknownEndPolicy.LeaveIt;
        var isEnough = (task.Step is DeliveryStep.Post ? end.Resent : end.Attempt - 1) >= options.Value.ResendAtMost;
        return (task.Step, isLeft, isEnough) switch
        {
            (DeliveryStep.Reply, false, false) => end with { Due = due, IsReplyUnknown = true },
            (DeliveryStep.Reply, _, _) => Replied(task) with { Fault = fault, Attempt = 0 },
            (_, true, _) => end with { State = DeliveryState.Unknown, AboutVersion = int.MaxValue },
            (_, false, false) => end with { State = DeliveryState.Unknown, Due = due },
            _ => end with { State = DeliveryState.Failed },
        };
    }

    private DeliveryVerdict Refused(DeliveryTask task, SendOutcome.Refused refused)
    {
        var fault = refused.Code ?? refused.Why.ToString();
        return RefusalRules.Of(refused, task) switch
        {
            RefusalMeaning.PostAnew => new(Again(task, fault, atLeast: null) is { Due: not null } again
                ? again with { State = DeliveryState.Waiting, ConversationId = null, ActivityId = null, Due = time.GetUtcNow() }
                : Failed(task, fault) with { ConversationId = null, ActivityId = null }),
            RefusalMeaning.TryAgain => new(Again(task, fault, atLeast: null)),
            RefusalMeaning.ChannelGone => new(Failed(task, fault) with { AboutVersion = int.MaxValue }, ChannelStatus.Gone),
            RefusalMeaning.ChannelPaused => new(PutAside(task, fault), ChannelStatus.Paused),
            RefusalMeaning.TenantPaused => new(PutAside(task, fault), ChannelStatus.Paused) { IsForTenant = true },
            _ => new(Failed(task, fault)),
        };
    }

    // Nothing more is said of these lines in its thread.
    private static DeliveryResult Replied(DeliveryTask task) => Start(task) with
    {
        RepliedLines = task.Event?.Timeline.Count ?? task.Row.RepliedLines,
        IsReplyUnknown = false,
    };

    // A reply is about what the card shows: what is newer than that is due all the same.
    private static DeliveryResult Start(DeliveryTask task) => DeliveryResult.Of(task.Row) with
    {
        AboutVersion = task.Step is DeliveryStep.Reply ? task.Row.ShownVersion : task.Event?.Version ?? int.MaxValue,
    };

    // Second copies of the announcement; the card says so from then on. A second reply says so itself.
    private static int Resent(DeliveryTask task) => task.Row.Resent + (task is { Step: DeliveryStep.Post, IsResend: true } ? 1 : 0);

    private TimeSpan Pause(int attempt) => new Backoff(options.Value.FirstPause, options.Value.LongestPause).After(attempt + 1);

    private static string Fault(SendOutcome.UnknownEnd unknown) => unknown.Status == 0 ? unknown.Reason : $"HTTP {unknown.Status}";

    private static TimeSpan Longer(TimeSpan? one, TimeSpan? other) =>
        (one ?? TimeSpan.Zero) > (other ?? TimeSpan.Zero) ? one ?? TimeSpan.Zero : other ?? TimeSpan.Zero;
}
