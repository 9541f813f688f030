using ChatOpsBot.Domain.People;
using static ChatOpsBot.Domain.Recovery.RecoveryState;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>
/// Everything that moves a DR event, from whichever side it comes: said, pressed, or reported by another program. Keeps nothing itself.
/// </summary>
public sealed class EventTransitions(RecoveryPolicy policy)
{
    private static readonly RecoveryChange NotTheirs = new RecoveryChange.NotYours([RecoveryRole.Coordinator, RecoveryRole.Operator]);

    public RecoveryPolicy Policy => policy;

    /// <summary>
    /// Opens an event, or joins the one that is open for one of its systems. The real thing ends a drill on the same system; a drill
    /// does not begin where the real thing is on.
    /// </summary>
    /// <param name="open">The open events of the tenant.</param>
    /// <param name="number">The next free one.</param>
    public RecoveryChange Declare(Declaration declaration, IReadOnlyList<RecoveryEvent> open, int number, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var touched = open.Where(it => !it.IsOver && Shares(it, declaration)).ToList();
        var isDrill = declaration.Kind is RecoveryKind.Drill;
        if (isDrill && touched.Find(it => !it.IsDrill) is { } real)
            return new RecoveryChange.RealIsOpen(real);

        // What channels see of a drill ends by a role or an approval alone.
        var isBacked = IsBacked(declaration);
        var drills = isDrill || !isBacked ? [] : touched.Where(it => it.IsDrill).ToList();
        if (touched.Find(it => it.IsDrill == isDrill) is not { } same || IsOfItsOwn(declaration, same, isBacked))
            return Open(declaration, drills, number, at);

        // What others have approved does not become more: another system is an event of its own.
        var more = Free(declaration, open, same).Where(pair => !same.Systems.Any(it => IsSame(it, pair))).ToList();
        return !same.CanWiden(isBacked) && more.Count > 0
            ? Open(
                declaration with
                {
                    Systems = more,
                },
                [.. drills.Where(drill => drill.Systems.Any(it => more.Any(pair => IsSame(it, pair))))],
                number,
                at)
            : Join(same, declaration, more, at) with
            {
                GaveWay = GiveWay(drills, same.Number, at),
            };
    }

    /// <summary>Takes a step of <see cref="RecoverySteps"/>, and announces what may not begin unheard.</summary>
    /// <param name="roles">What whoever takes it may decide; null asks the policy.</param>
    /// <param name="open">The open events of the tenant: a real one that is approved ends the drills on its systems.</param>
    public RecoveryChange Step(
        RecoveryEvent drEvent,
        RecoveryState to,
        Person by,
        string? text,
        DateTimeOffset at,
        IReadOnlySet<RecoveryRole>? roles = null,
        IReadOnlyList<RecoveryEvent>? open = null)
    {
        ArgumentNullException.ThrowIfNull(drEvent);
        var held = roles ?? policy.RolesOf(by, drEvent);
        if (to is Cancelled && drEvent.State is Declared && drEvent.DeclaredBy.Id == by.Id && by.Id.Length > 0
            && !held.Contains(RecoveryRole.Coordinator))
            return new RecoveryChange.Done(drEvent.TakeBack(by, text, at));

        return drEvent.Step(to, by, held, text, at, policy.Cadence) is var change && change is RecoveryChange.Done done
            ? Begun(done, drEvent, open ?? [], at)
            : change;
    }

    /// <summary>Says news. Those who have a part in it may; it needs no role that others lack, once it was declared.</summary>
    public RecoveryChange Say(RecoveryEvent drEvent, string text, Person by, DateTimeOffset at, IReadOnlySet<RecoveryRole>? roles = null) =>
        MaySpeak(drEvent, by, roles) ? new RecoveryChange.Done(drEvent.Say(text, by, at, policy.Cadence)) : NotTheirs;

    /// <summary>Says that a line of the timeline was wrong.</summary>
    public RecoveryChange Correct(
        RecoveryEvent drEvent,
        int line,
        string text,
        Person by,
        DateTimeOffset at,
        IReadOnlySet<RecoveryRole>? roles = null
    ) => MaySpeak(drEvent, by, roles) ? new RecoveryChange.Done(drEvent.Correct(line, text, by, at, policy.Cadence)) : NotTheirs;

    /// <summary>Has channels hear of an event that was only previewed.</summary>
    public RecoveryChange Announce(RecoveryEvent drEvent, Person by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(drEvent);
        return policy.RolesOf(by, drEvent).Contains(RecoveryRole.Coordinator)
            ? new RecoveryChange.Done(drEvent.Announce(at, policy.Cadence))
            : new RecoveryChange.NotYours([RecoveryRole.Coordinator]);
    }

    /// <summary>Goes ahead without the second person, where settings allow it and the time for one is over.</summary>
    /// <param name="open">As for <see cref="Step"/>.</param>
    public RecoveryChange GoAlone(
        RecoveryEvent drEvent, Person by, string reason, DateTimeOffset at, IReadOnlyList<RecoveryEvent>? open = null)
    {
        ArgumentNullException.ThrowIfNull(drEvent);
        var roles = policy.RolesOf(by, drEvent);
        if (drEvent.State is Declared && roles.Contains(RecoveryRole.Coordinator))
        {
            if (policy.FourEyes is FourEyes.Required)
                return new RecoveryChange.NeedsSecond();
            if (at < AloneFrom(drEvent))
                return new RecoveryChange.NotYet(AloneFrom(drEvent));
        }

        var change = drEvent.GoAlone(by, roles, reason, at, policy.Cadence);
        return change is RecoveryChange.Done done ? Begun(done, drEvent, open ?? [], at) : change;
    }

    private static RecoveryChange.Done Begun(
        RecoveryChange.Done done, RecoveryEvent before, IReadOnlyList<RecoveryEvent> open, DateTimeOffset at) => done with
        {
            Event = Heard(done.Event, at),
            GaveWay = before is { State: Declared, IsDrill: false } && done.Event.State is RecoveryState.Approved
            ? GiveWay(
                open.Where(it => it is { IsDrill: true, IsOver: false } && it.Tenant == before.Tenant
                    && it.Systems.Any(mine => before.Systems.Any(pair => IsSame(mine, pair)))),
                before.Number,
                at)
            : [],
        };

    // By a role, by an approval of the request it came of, or by the program that reports it.
    private bool IsBacked(Declaration declaration) =>
        declaration.IsVouchedFor
        || policy.HoldsRole(declaration.By)
        || (declaration.ApprovedBy is { } second && second.Id != declaration.By.Id);

    // A disaster where a planned switch was announced or approved is more than its declarer may make of that switch.
    private static bool IsOfItsOwn(Declaration declaration, RecoveryEvent same, bool isBacked) =>
        !isBacked && !same.CanWiden(isBacked)
        && declaration.Kind is RecoveryKind.UnplannedFailover && same.Kind is RecoveryKind.PlannedSwitch;

    /// <summary>From when one person alone may go ahead, where settings allow it at all.</summary>
    public DateTimeOffset AloneFrom(RecoveryEvent drEvent) => drEvent.WaitsSince + policy.ApprovalWindow;

    private RecoveryChange.Done Open(Declaration declaration, List<RecoveryEvent> drills, int number, DateTimeOffset at)
    {
        var drEvent = new RecoveryEvent
        {
            Id = Guid.NewGuid(),
            Number = number,
            Tenant = declaration.Tenant,
            Kind = declaration.Kind,
            Systems = [.. declaration.Systems.DistinctBy(pair => pair.Primary, StringComparer.OrdinalIgnoreCase)],
            DeclaredBy = declaration.By,
            DeclaredAt = at,
            ApplicationOwner = declaration.ApplicationOwner,
            Request = declaration.Request,
            Language = declaration.Language,
            Zone = declaration.Zone,
            Timeline =
            [
                new(TimelineKind.Declared, at, declaration.By, Declared, declaration.Reason) { NeedsApproval = !IsBacked(declaration) },
            ],
            NextUpdate = policy.Cadence.NextAfter(at, at),
        };
        return new(Heard(Approved(drEvent, declaration, at), at)) { GaveWay = GiveWay(drills, number, at) };
    }

    private static IReadOnlyList<RecoveryEvent> GiveWay(IEnumerable<RecoveryEvent> drills, int number, DateTimeOffset at) =>
        [.. drills.Select(drill => drill.GiveWay(number, at))];

    private static RecoveryEvent Approved(RecoveryEvent drEvent, Declaration declaration, DateTimeOffset at) =>
        drEvent.State is not Declared || declaration.ApprovedBy is not { } second || drEvent.IsDeclaredBy(second.Id)
            ? drEvent
            : drEvent with
            {
                State = RecoveryState.Approved,
                ApprovedBy = second,
                Timeline = [.. drEvent.Timeline, new(TimelineKind.Step, at, second, RecoveryState.Approved, null)],
            };

    private RecoveryChange.Done Join(RecoveryEvent open, Declaration declaration, IEnumerable<RecoveryPair> more, DateTimeOffset at)
    {
        var isBacked = IsBacked(declaration);
        var joined = open.Join(declaration.Kind, more, declaration.By, declaration.Reason, at, policy.Cadence, isBacked) with
        {
            Request = open.Request ?? declaration.Request,
            // Of somebody without a role it would speak for what others have approved.
            ApplicationOwner = open.ApplicationOwner ?? (isBacked ? declaration.ApplicationOwner : null),
        };
        // A planned switch that others have approved stays one; that its primary side is lost is heard of all the same.
        var isLost =
            isBacked
            && declaration.Kind is RecoveryKind.UnplannedFailover
            && joined is { IsDrill: false, AnnouncedAt: null }
            && joined.State is not Declared;
        return new(Heard(Approved(isLost ? joined with { AnnouncedAt = at } : joined, declaration, at), at)) { HasJoined = true };
    }

    // Once it is approved, an unplanned failover is heard of; once it runs, so is whatever is real.
    private static RecoveryEvent Heard(RecoveryEvent drEvent, DateTimeOffset at)
    {
        var mustBeHeard = drEvent.Kind switch
        {
            RecoveryKind.UnplannedFailover => drEvent.State is not (Declared or Rejected or Cancelled),
            RecoveryKind.PlannedSwitch => drEvent.State is not (Declared or RecoveryState.Approved or Rejected or Cancelled),
            _ => false,
        };
        return mustBeHeard && drEvent.AnnouncedAt is null ? drEvent with { AnnouncedAt = at } : drEvent;
    }

    // A system of another open event stays there.
    private static IEnumerable<RecoveryPair> Free(Declaration declaration, IReadOnlyList<RecoveryEvent> open, RecoveryEvent mine) =>
        declaration.Systems.Where(pair => !open.Any(other =>
            other.Id != mine.Id && !other.IsOver && other.IsDrill == mine.IsDrill && other.Systems.Any(it => IsSame(it, pair))));

    private bool MaySpeak(RecoveryEvent drEvent, Person by, IReadOnlySet<RecoveryRole>? roles) =>
        (roles ?? policy.RolesOf(by, drEvent)).Count > 0;

    private static bool Shares(RecoveryEvent drEvent, Declaration declaration) =>
        drEvent.Tenant == declaration.Tenant && drEvent.Systems.Any(mine => declaration.Systems.Any(pair => IsSame(mine, pair)));

    private static bool IsSame(RecoveryPair one, RecoveryPair other) =>
        string.Equals(one.Primary, other.Primary, StringComparison.OrdinalIgnoreCase);
}
