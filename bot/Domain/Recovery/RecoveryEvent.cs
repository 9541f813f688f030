using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>A DR event, from its declaration to its end. A value: a change makes a new one.</summary>
public sealed record RecoveryEvent
{
    public required Guid Id { get; init; }

    /// <summary>Counts up from 1; what people say is <see cref="Key"/>.</summary>
    public required int Number { get; init; }

    /// <summary>The tenant whose channels hear of it; null in local mode, where there is none.</summary>
    public string? Tenant { get; init; }

    public required RecoveryKind Kind { get; init; }

    /// <summary>The systems it is about; at least one.</summary>
    public required IReadOnlyList<RecoveryPair> Systems { get; init; }

    public required Person DeclaredBy { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }

    /// <summary>Null until a second person has approved it, and for good where one person alone had to go ahead.</summary>
    public Person? ApprovedBy { get; init; }

    /// <summary>Why one person alone went ahead; null where nobody had to.</summary>
    public string? AloneBecause { get; init; }

    /// <summary>Who is to say that the application works, beside those settings list; null where nobody was named.</summary>
    public Person? ApplicationOwner { get; init; }

    public RecoveryState State { get; init; } = RecoveryState.Declared;

    /// <summary>Since when channels hear of it; null while it is a draft that was only previewed.</summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>When people were promised to hear more; null once it is over.</summary>
    public DateTimeOffset? NextUpdate { get; init; }

    /// <summary>The promised update has not come, and people are told so.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>The DR failover request it came of; null for one that was declared without.</summary>
    public Guid? Request { get; init; }

    /// <summary>Two-letter code of the language it is announced in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Time zone (tz database id) in which its times are shown.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Rises by one with every change that is saved.</summary>
    public int Version { get; init; } = 1;

    public string Key => RecoveryKey.Of(Number);

    public bool IsOver => RecoverySteps.IsOver(State);

    public bool IsDrill => Kind is RecoveryKind.Drill;

    /// <summary>Somebody who may decide stands behind it: a second person, or one with a role who went ahead alone.</summary>
    public bool IsBacked => ApprovedBy is not null || AloneBecause is not null;

    /// <summary>When what is to be approved was declared: at first, or as somebody made more of it.</summary>
    public DateTimeOffset WaitsSince => Timeline.LastOrDefault(line => line.Widens)?.At ?? DeclaredAt;

    /// <summary>Whether somebody has declared it, or a part of it: they cannot approve it.</summary>
    public bool IsDeclaredBy(string personId) => personId == DeclaredBy.Id || Timeline.Any(line => line.Widens && line.By?.Id == personId);

    /// <summary>Every name that a channel can follow it by: of both sides.</summary>
    public IReadOnlyList<string> Names =>
        [.. Systems.SelectMany(pair => new[] { pair.Primary, pair.DrSide }).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// The event as everybody may read it: without the words of people who held no role, unless it was approved after them.
    /// </summary>
    public RecoveryEvent ForEverybody()
    {
        var approved = -1;
        for (var at = 0; at < Timeline.Count; at++)
        {
            if (Timeline[at] is { Kind: TimelineKind.Step, State: RecoveryState.Approved })
                approved = at;
        }

        if (!Timeline.Skip(approved + 1).Any(line => line is { NeedsApproval: true, Text: not null }))
            return this;

        return this with
        {
            Timeline = [.. Timeline.Select((line, at) => at > approved && line.NeedsApproval ? line with { Text = null } : line)],
        };
    }

    /// <summary>Takes a step.</summary>
    /// <param name="roles">What this person may decide of this event.</param>
    /// <param name="text">What is said with it; null for nothing.</param>
    public RecoveryChange Step(
        RecoveryState to, Person by, IReadOnlySet<RecoveryRole> roles, string? text, DateTimeOffset at, UpdateCadence cadence)
    {
        var possible = RecoverySteps.After(State, Kind);
        if (possible.FirstOrDefault(step => step.To == to) is not { } step)
            return new RecoveryChange.Impossible(possible);
        if (!step.By.Any(roles.Contains))
            return new RecoveryChange.NotYours(step.By);
        if (to is RecoveryState.Approved && IsDeclaredBy(by.Id))
            return new RecoveryChange.OwnDeclaration();

        return new RecoveryChange.Done(
            ApplyStep(to, by, text, at, cadence) with
            {
                ApprovedBy = to is RecoveryState.Approved ? by : ApprovedBy,
            });
    }

    /// <summary>Goes ahead without a second person; that, and why, stays to be seen.</summary>
    public RecoveryChange GoAlone(Person by, IReadOnlySet<RecoveryRole> roles, string reason, DateTimeOffset at, UpdateCadence cadence) =>
        State is not RecoveryState.Declared ? new RecoveryChange.Impossible(RecoverySteps.After(State, Kind))
        : !roles.Contains(RecoveryRole.Coordinator) ? new RecoveryChange.NotYours([RecoveryRole.Coordinator])
        : new RecoveryChange.Done(ApplyStep(RecoveryState.Approved, by, reason, at, cadence) with { AloneBecause = reason });

    /// <summary>The real thing ends a drill on the same systems.</summary>
    /// <param name="number">Of the real event.</param>
    public RecoveryEvent GiveWay(int number, DateTimeOffset at) => this with
    {
        State = RecoveryState.Cancelled,
        Timeline = [.. Timeline, new(TimelineKind.Step, at, null, RecoveryState.Cancelled, null) { GaveWayTo = number }],
        NextUpdate = null,
        IsOverdue = false,
        Version = Version + 1,
    };

    /// <summary>From now on channels hear of it. The real thing is announced by itself when it begins, if nobody did before.</summary>
    public RecoveryEvent Announce(DateTimeOffset at, UpdateCadence cadence) => this with
    {
        AnnouncedAt = AnnouncedAt ?? at,
        NextUpdate = IsOver ? null : cadence.NextAfter(DeclaredAt, at),
        IsOverdue = false,
        Version = Version + 1,
    };

    /// <summary>The promised update has not come.</summary>
    public RecoveryEvent MissUpdate() => this with { IsOverdue = true, Version = Version + 1 };

    /// <summary>News without a step. What is over can still be added to: the last word comes after the end.</summary>
    public RecoveryEvent Say(string text, Person? by, DateTimeOffset at, UpdateCadence cadence) =>
        With(new(TimelineKind.Update, at, by, State, text), cadence);

    /// <summary>Says that an earlier line was wrong. Both stand: whoever read the first has to see the second.</summary>
    /// <param name="line">Its place in the timeline, from 0.</param>
    public RecoveryEvent Correct(int line, string text, Person by, DateTimeOffset at, UpdateCadence cadence)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)line, (uint)Timeline.Count, nameof(line));
        return With(new(TimelineKind.Correction, at, by, State, text) { Corrects = line }, cadence);
    }

    /// <summary>
    /// Somebody declares the same again: one event goes on. While it waits for its approval it can become more: another system, or an
    /// unplanned failover of a planned switch whose primary side is lost. What others have approved stays as it is.
    /// </summary>
    /// <param name="kind">As it was declared now: real where this event is, a drill where it is one.</param>
    /// <param name="isBacked">Whoever declares holds a role, or has an approval.</param>
    public RecoveryEvent Join(
        RecoveryKind kind,
        IEnumerable<RecoveryPair> systems,
        Person by,
        string? reason,
        DateTimeOffset at,
        UpdateCadence cadence,
        bool isBacked = true)
    {
        var isOpen = CanWiden(isBacked);
        var all = Systems.Concat(isOpen ? systems : []).DistinctBy(pair => pair.Primary, StringComparer.OrdinalIgnoreCase).ToList();
        var then = isOpen && kind is RecoveryKind.UnplannedFailover && !IsDrill ? kind : Kind;
        var widens = then != Kind || all.Count > Systems.Count;
        var joined = With(new(TimelineKind.Joined, at, by, State, reason) { Widens = widens, NeedsApproval = !isBacked }, cadence) with
        {
            Kind = then,
            Systems = all,
        };
        // What nobody stands behind is no news: the promised update is still to come.
        return isBacked ? joined : joined with { NextUpdate = NextUpdate, IsOverdue = IsOverdue };
    }

    /// <summary>
    /// It can become more than was declared: nobody has approved it, and what channels have heard needs a role to change.
    /// </summary>
    /// <param name="isBacked">See <see cref="Join"/>.</param>
    public bool CanWiden(bool isBacked) => State is RecoveryState.Declared && (isBacked || AnnouncedAt is null);

    /// <summary>Whoever declared it takes it back before anybody has decided. Why is for those who were asked to approve it.</summary>
    public RecoveryEvent TakeBack(Person by, string? reason, DateTimeOffset at) => this with
    {
        State = RecoveryState.Cancelled,
        Timeline = [.. Timeline, new(TimelineKind.Step, at, by, RecoveryState.Cancelled, reason) { NeedsApproval = true }],
        NextUpdate = null,
        IsOverdue = false,
        Version = Version + 1,
    };

    private RecoveryEvent With(TimelineEntry entry, UpdateCadence cadence) => this with
    {
        Timeline = [.. Timeline, entry],
        NextUpdate = IsOver ? null : cadence.NextAfter(DeclaredAt, entry.At),
        IsOverdue = false,
        Version = Version + 1,
    };

    private RecoveryEvent ApplyStep(RecoveryState to, Person by, string? text, DateTimeOffset at, UpdateCadence cadence) =>
        With(new(TimelineKind.Step, at, by, to, text), cadence) with
        {
            State = to,
            NextUpdate = RecoverySteps.IsOver(to) ? null : cadence.NextAfter(DeclaredAt, at),
        };
}
