using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>What somebody whom settings give no role may do with DR events: declare, and take the own declaration back.</summary>
public sealed class WithoutARoleTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Eve = new("aad-eve", "Eve");
    private static readonly Person Lea = new("aad-lea", "Lea");
    private static readonly Person Ben = new("aad-ben", "Ben");

    private static readonly RecoveryPolicy Policy = new()
    {
        Roles = new Dictionary<string, IReadOnlyList<string>> { ["dr-authority"] = ["aad-ben"], ["dr-coordinator"] = ["aad-lea"] },
        FourEyes = FourEyes.RequiredWithTimeLimit,
    };

    private static readonly EventTransitions Moves = new(Policy);

    [Fact]
    public void Announcing_speaking_correcting_and_going_ahead_alone_are_refused()
    {
        var own = Declare(Eve, RecoveryKind.Drill, "see https://evil.example", []).Event;
        Assert.IsType<RecoveryChange.NotYours>(Moves.Announce(own, Eve, Monday));
        Assert.IsType<RecoveryChange.NotYours>(Moves.Say(own, "hello channels", Eve, Monday));
        Assert.IsType<RecoveryChange.NotYours>(Moves.Correct(own, 0, "hello channels", Eve, Monday));
        Assert.IsType<RecoveryChange.NotYours>(Moves.GoAlone(own, Eve, "nobody answers", Monday.AddHours(1)));
        Assert.IsType<RecoveryChange.NotYours>(Moves.Step(own, RecoveryState.Approved, Eve, null, Monday));
    }

    [Fact]
    public void The_reason_of_a_declaration_is_read_by_everybody_once_it_is_approved()
    {
        var own = Declare(Eve, RecoveryKind.UnplannedFailover, "disks are gone", []).Event;
        Assert.Null(own.ForEverybody().Timeline[0].Text);
        var announced = own.Announce(Monday.AddMinutes(10), Policy.Cadence);
        Assert.Null(announced.ForEverybody().Timeline[0].Text);
        var approved = Done(Moves.Step(announced, RecoveryState.Approved, Ben, null, Monday.AddMinutes(11)));
        Assert.Equal("disks are gone", approved.ForEverybody().Timeline[0].Text);
        // Then they lead it.
        Assert.Equal("half done", Done(Moves.Say(approved, "half done", Eve, Monday.AddHours(1))).ForEverybody().Timeline[^1].Text);
    }

    [Fact]
    public void The_own_declaration_can_be_taken_back_and_why_is_for_the_approvers()
    {
        var own = Declare(Eve, RecoveryKind.UnplannedFailover, null, []).Event.Announce(Monday, Policy.Cadence);
        var over = Done(Moves.Step(own, RecoveryState.Cancelled, Eve, "call me at evil.example", Monday));
        Assert.Equal((RecoveryState.Cancelled, "call me at evil.example"), (over.State, over.Timeline[^1].Text));
        Assert.Null(over.ForEverybody().Timeline[^1].Text);
        Assert.IsType<RecoveryChange.NotYours>(
            Moves.Step(Declare(Lea, RecoveryKind.Drill, null, []).Event, RecoveryState.Cancelled, Eve, null, Monday));
    }

    [Fact]
    public void Joining_what_channels_have_heard_of_adds_no_system_and_no_word_and_moves_no_promise()
    {
        var led = Declare(Lea, RecoveryKind.UnplannedFailover, "fire", []).Event.Announce(Monday, Policy.Cadence).MissUpdate();
        var joined = Declare(Eve, RecoveryKind.UnplannedFailover, "see https://evil.example", [led]);
        Assert.Equal(
            (true, true, led.NextUpdate), (joined.HasJoined, joined.Event.IsOverdue, joined.Event.NextUpdate));
        Assert.Equal([null, "fire"], joined.Event.ForEverybody().Timeline.Select(line => line.Text).Order());

        var other = Declare(Eve, RecoveryKind.UnplannedFailover, null, [led], "LPAR1", "LPAR2");
        Assert.NotEqual(led.Id, other.Event.Id);
        Assert.Equal(["LPAR2"], other.Event.Systems.Select(pair => pair.Primary));
    }

    [Fact]
    public void A_disaster_declared_where_a_planned_switch_was_announced_waits_as_an_event_of_its_own()
    {
        var planned = Declare(Lea, RecoveryKind.PlannedSwitch, null, []).Event.Announce(Monday, Policy.Cadence);
        var real = Declare(Eve, RecoveryKind.UnplannedFailover, null, [planned]);
        Assert.NotEqual(planned.Id, real.Event.Id);
        Assert.Null(real.Event.AnnouncedAt);
        // Of somebody with a role it is the same event, and channels hear of it.
        Assert.Equal(planned.Id, Declare(Lea, RecoveryKind.UnplannedFailover, null, [planned]).Event.Id);
    }

    [Fact]
    public void A_drill_goes_on_until_the_declaration_of_the_real_thing_is_approved()
    {
        var drill = Declare(Lea, RecoveryKind.Drill, null, []).Event.Announce(Monday, Policy.Cadence);
        var real = Declare(Eve, RecoveryKind.UnplannedFailover, null, [drill]);
        Assert.Empty(real.GaveWay);
        var approved = Assert.IsType<RecoveryChange.Done>(
            Moves.Step(real.Event, RecoveryState.Approved, Ben, null, Monday, open: [drill, real.Event]));
        Assert.Equal(drill.Id, Assert.Single(approved.GaveWay).Id);
        Assert.Equal(drill.Id, Assert.Single(Declare(Lea, RecoveryKind.UnplannedFailover, null, [drill]).GaveWay).Id);
    }

    [Fact]
    public void An_application_owner_named_in_a_declaration_speaks_for_it_once_it_is_approved()
    {
        var own = Declare(Eve, RecoveryKind.UnplannedFailover, null, []).Event with { ApplicationOwner = Eve };
        Assert.IsType<RecoveryChange.NotYours>(Moves.Say(own, "all is well", Eve, Monday));
        Assert.Contains(
            RecoveryRole.ApplicationOwner, Policy.RolesOf(Eve, Done(Moves.Step(own, RecoveryState.Approved, Ben, null, Monday))));
    }

    private static RecoveryChange.Done Declare(
        Person by, RecoveryKind kind, string? reason, IReadOnlyList<RecoveryEvent> open, params string[] systems) =>
        Assert.IsType<RecoveryChange.Done>(
            Moves.Declare(
                new()
                {
                    Kind = kind,
                    By = by,
                    Reason = reason,
                    Systems = [.. systems.DefaultIfEmpty("LPAR1").Select(name => new RecoveryPair(name, null))],
                },
                open,
                open.Count + 1,
                Monday));

    private static RecoveryEvent Done(RecoveryChange change) => Assert.IsType<RecoveryChange.Done>(change).Event;
}
