using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>What a declaration does to what is open, who has to hear of what, and what has to be done outside.</summary>
public sealed class RecoveryMovesTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly Person Ben = new("aad-ben", "Ben");
    private static readonly Person Carla = new("aad-carla", "Carla");

    private static readonly RecoveryPolicy Listed = new()
    {
        Roles = new Dictionary<string, IReadOnlyList<string>>
        {
            ["dr-authority"] = ["aad-ben"],
            ["dr-operator"] = ["aad-carla"],
        },
    };

    [Fact]
    public void A_second_declaration_for_the_same_system_joins_the_first_and_brings_its_other_systems()
    {
        var first = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event;
        var second = Declare(Listed, RecoveryKind.UnplannedFailover, Ben, [first], "lpar1", "LPAR3");

        Assert.True(second.HasJoined);
        Assert.Equal((first.Id, 1, Ana, 2), (second.Event.Id, second.Event.Number, second.Event.DeclaredBy, second.Event.Version));
        Assert.Equal(["LPAR1", "LPAR3"], second.Event.Systems.Select(pair => pair.Primary));
        Assert.Equal(TimelineKind.Joined, second.Event.Timeline[^1].Kind);
    }

    [Fact]
    public void A_system_of_another_open_event_stays_there()
    {
        var one = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event;
        var other = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [one], "LPAR2").Event;
        var both = Declare(Listed, RecoveryKind.UnplannedFailover, Ben, [one, other], "LPAR1", "LPAR2", "LPAR3");
        Assert.Equal(["LPAR1", "LPAR3"], both.Event.Systems.Select(pair => pair.Primary));
    }

    [Fact]
    public void The_real_thing_ends_a_drill_on_the_same_system_and_is_never_part_of_it()
    {
        var drill = Declare(Listed, RecoveryKind.Drill, Ana, [], "LPAR1").Event;
        var real = Declare(Listed, RecoveryKind.UnplannedFailover, Ben, [drill], "LPAR1");

        Assert.False(real.HasJoined);
        Assert.NotEqual(drill.Id, real.Event.Id);
        var ended = Assert.Single(real.GaveWay);
        Assert.Equal((drill.Id, RecoveryState.Cancelled, (int?)real.Event.Number), (ended.Id, ended.State, ended.Timeline[^1].GaveWayTo));
        Assert.Null(ended.NextUpdate);
    }

    [Fact]
    public void No_drill_begins_where_the_real_thing_is_on()
    {
        var real = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event;
        var change = new EventTransitions(Listed).Declare(Of(RecoveryKind.Drill, Ben, "LPAR1"), [real], 2, Monday);
        Assert.Equal(real, Assert.IsType<RecoveryChange.RealIsOpen>(change).Event);
    }

    [Fact]
    public void A_planned_switch_whose_primary_is_lost_goes_on_as_an_unplanned_failover()
    {
        var planned = Declare(Listed, RecoveryKind.PlannedSwitch, Ana, [], "LPAR1").Event;
        Assert.Equal(RecoveryKind.UnplannedFailover, Declare(Listed, RecoveryKind.UnplannedFailover, Ben, [planned], "LPAR1").Event.Kind);
        var unplanned = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event;
        Assert.Equal(RecoveryKind.UnplannedFailover, Declare(Listed, RecoveryKind.PlannedSwitch, Ben, [unplanned], "LPAR1").Event.Kind);
    }

    [Fact]
    public void Events_of_one_tenant_have_nothing_to_do_with_those_of_another()
    {
        var theirs = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event with { Tenant = "other" };
        Assert.False(Declare(Listed, RecoveryKind.UnplannedFailover, Ben, [theirs], "LPAR1").HasJoined);
    }

    [Fact]
    public void Channels_hear_of_an_unplanned_failover_by_the_approver_of_a_planned_one_when_it_begins_and_of_a_drill_when_asked()
    {
        var moves = new EventTransitions(Listed);
        Assert.NotNull(Approved(RecoveryKind.UnplannedFailover).AnnouncedAt);

        var planned = Approved(RecoveryKind.PlannedSwitch);
        Assert.Null(planned.AnnouncedAt);
        Assert.NotNull(Done(moves.Step(planned, RecoveryState.FailoverRunning, Carla, null, Monday)).AnnouncedAt);

        var drill = Done(moves.Step(Approved(RecoveryKind.Drill), RecoveryState.FailoverRunning, Carla, null, Monday));
        Assert.Null(drill.AnnouncedAt);
        Assert.Equal(Monday, Done(moves.Announce(drill, Ana, Monday)).AnnouncedAt);
        Assert.IsType<RecoveryChange.NotYours>(moves.Announce(drill, Carla, Monday));
    }

    [Fact]
    public void What_comes_of_an_approved_request_needs_no_second_approval()
    {
        var declaration = Of(RecoveryKind.UnplannedFailover, Ana, "LPAR1") with { ApprovedBy = Ben };
        var drEvent = Done(new EventTransitions(Listed).Declare(declaration, [], 1, Monday));
        Assert.Equal((RecoveryState.Approved, Ben, true), (drEvent.State, drEvent.ApprovedBy, drEvent.AnnouncedAt is not null));
    }

    [Fact]
    public void An_approved_request_approves_the_open_event_that_it_joins()
    {
        var waiting = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event;
        var request = Guid.NewGuid();
        var declaration = Of(RecoveryKind.UnplannedFailover, Ana, "LPAR1") with { ApprovedBy = Ben, Request = request };
        var joined = Done(new EventTransitions(Listed).Declare(declaration, [waiting], 2, Monday));
        Assert.Equal(
            (waiting.Id, RecoveryState.Approved, Ben, (Guid?)request), (joined.Id, joined.State, joined.ApprovedBy, joined.Request));
    }

    [Fact]
    public void Nobody_goes_ahead_alone_unless_settings_say_so_and_the_time_is_over_and_the_reason_stays()
    {
        var waiting = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event;
        var led = Listed with
        {
            Roles = new Dictionary<string, IReadOnlyList<string>>(Listed.Roles) { ["dr-coordinator"] = ["aad-ana"] },
        };
        Assert.IsType<RecoveryChange.NeedsSecond>(new EventTransitions(led).GoAlone(waiting, Ana, "Ben is asleep", Monday.AddHours(1)));

        var moves = new EventTransitions(
            led with
            {
                FourEyes = FourEyes.RequiredWithTimeLimit,
                ApprovalWindow = TimeSpan.FromMinutes(15),
            });
        Assert.Equal(
            Monday.AddMinutes(15),
            Assert.IsType<RecoveryChange.NotYet>(moves.GoAlone(waiting, Ana, "Ben is asleep", Monday.AddMinutes(14))).From);
        Assert.IsType<RecoveryChange.NotYours>(moves.GoAlone(waiting, Carla, "Ben is asleep", Monday.AddMinutes(15)));

        var alone = Done(moves.GoAlone(waiting, Ana, "Ben is asleep", Monday.AddMinutes(15)));
        Assert.Equal(
            (RecoveryState.Approved, null, "Ben is asleep", true),
            (alone.State, alone.ApprovedBy, alone.AloneBecause, alone.AnnouncedAt is not null));
    }

    [Fact]
    public void Each_takes_the_part_that_settings_give_and_whoever_declared_it_leads_it_once_it_is_approved()
    {
        var waiting = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event with { ApplicationOwner = Carla };
        Assert.Empty(Listed.RolesOf(Ana, waiting));
        Assert.Equal([RecoveryRole.Operator], Listed.RolesOf(Carla, waiting));
        var drEvent = Done(new EventTransitions(Listed).Step(waiting, RecoveryState.Approved, Ben, null, Monday));
        Assert.Equal([RecoveryRole.Coordinator], Listed.RolesOf(Ana, drEvent));
        Assert.Equal([RecoveryRole.Authority], Listed.RolesOf(Ben, drEvent));
        Assert.Equal([RecoveryRole.Operator, RecoveryRole.ApplicationOwner], Listed.RolesOf(Carla, drEvent).Order());
        // A name alone proves nobody's identity.
        Assert.Empty(Listed.RolesOf(new("", "Ana"), drEvent with { DeclaredBy = new("", "Ana") }));
    }

    [Fact]
    public void Where_nobody_but_the_declarer_may_approve_that_is_known_at_once()
    {
        Assert.True(Listed.NobodyCanApprove(Declare(Listed, RecoveryKind.UnplannedFailover, Ben, [], "LPAR1").Event));
        Assert.False(Listed.NobodyCanApprove(Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event));
        Assert.True(new RecoveryPolicy().NobodyCanApprove(Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event));
        Assert.False(
            new RecoveryPolicy { AnybodyWhereNobodyIsListed = true }.NobodyCanApprove(
                Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event));
    }

    [Fact]
    public void A_new_declaration_has_its_approvers_asked_and_does_not_stay_unheard()
    {
        var waiting = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event;
        Assert.Equal(
            [
                new OutboxMessage.RedrawEvent(waiting.Id),
                new OutboxMessage.AskAuthorities(waiting.Id, Monday, 1),
                new OutboxMessage.AnnounceApprovalTimeout(waiting.Id) { Due = Monday.AddMinutes(10) },
            ],
            RecoveryMessages.After(null, waiting, Listed));
    }

    [Fact]
    public void Once_it_is_announced_each_promise_is_watched_once()
    {
        var waiting = Declare(Listed, RecoveryKind.UnplannedFailover, Ana, [], "LPAR1").Event;
        var approved = Done(new EventTransitions(Listed).Step(waiting, RecoveryState.Approved, Ben, null, Monday.AddMinutes(2)));
        var promised = Monday.AddMinutes(22);
        Assert.Equal(
            [
                new OutboxMessage.RedrawEvent(approved.Id),
                new OutboxMessage.PromptUpdate(approved.Id, promised) { Due = promised.AddMinutes(-5) },
                new OutboxMessage.MissUpdate(approved.Id, promised) { Due = promised },
            ],
            RecoveryMessages.After(waiting, approved, Listed));
        Assert.Equal([new OutboxMessage.RedrawEvent(approved.Id)], RecoveryMessages.After(approved, approved.MissUpdate(), Listed));
    }

    private static RecoveryEvent Approved(RecoveryKind kind) =>
        Done(new EventTransitions(Listed).Step(Declare(Listed, kind, Ana, [], "LPAR1").Event, RecoveryState.Approved, Ben, null, Monday));

    private static RecoveryChange.Done Declare(
        RecoveryPolicy policy,
        RecoveryKind kind,
        Person by,
        IReadOnlyList<RecoveryEvent> open,
        params string[] systems
    ) => Assert.IsType<RecoveryChange.Done>(new EventTransitions(policy).Declare(Of(kind, by, systems), open, open.Count + 1, Monday));

    private static RecoveryEvent Done(RecoveryChange change) => Assert.IsType<RecoveryChange.Done>(change).Event;

    private static Declaration Of(RecoveryKind kind, Person by, params string[] systems) =>
        new() { Kind = kind, By = by, Systems = [.. systems.Select(name => new RecoveryPair(name, null))] };
}
