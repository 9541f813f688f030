using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using CsCheck;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>A DR event goes step by step, each by those who may take it.</summary>
public sealed class RecoveryEventTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly Person Ben = new("aad-ben", "Ben");
    private static readonly UpdateCadence Cadence = new();
    private static readonly HashSet<RecoveryRole> AllRoles = [.. Enum.GetValues<RecoveryRole>()];

    private static readonly RecoveryEvent Declared = new()
    {
        Id = Guid.NewGuid(),
        Number = 3,
        Kind = RecoveryKind.UnplannedFailover,
        Systems = [new("LPAR1", "LPAR1DR")],
        DeclaredBy = Ana,
        DeclaredAt = Monday,
        Timeline = [new(TimelineKind.Declared, Monday, Ana, RecoveryState.Declared, "The site is down")],
        NextUpdate = Cadence.NextAfter(Monday, Monday),
    };

    [Fact]
    public void It_goes_from_the_declaration_to_its_end_and_every_step_stands_in_the_timeline()
    {
        RecoveryState[] way =
        [
            RecoveryState.Approved, RecoveryState.FailoverRunning, RecoveryState.DrSideActive, RecoveryState.ApplicationValidated,
            RecoveryState.Stable, RecoveryState.FailbackPlanned, RecoveryState.FailbackRunning, RecoveryState.Closed,
        ];
        var done = way.Aggregate(Declared, (current, to) => Assert.IsType<RecoveryChange.Done>(Step(current, to, Ben)).Event);

        Assert.Equal(way, done.Timeline.Skip(1).Select(line => line.State));
        Assert.Equal((Ben, 9, true, null), (done.ApprovedBy, done.Version, done.IsOver, done.NextUpdate));
        Assert.Equal("DR-3", done.Key);
    }

    [Fact]
    public void Whoever_declared_it_cannot_approve_it_whatever_their_roles() =>
        Assert.IsType<RecoveryChange.OwnDeclaration>(Step(Declared, RecoveryState.Approved, Ana));

    [Fact]
    public void A_step_that_is_not_there_is_answered_with_those_that_are()
    {
        var change = Assert.IsType<RecoveryChange.Impossible>(Step(Declared, RecoveryState.DrSideActive, Ben));
        Assert.Equal([RecoveryState.Approved, RecoveryState.Rejected, RecoveryState.Cancelled], change.Possible.Select(step => step.To));
    }

    [Fact]
    public void Only_the_application_owner_can_say_that_the_application_works()
    {
        var active = Declared with { State = RecoveryState.DrSideActive };
        HashSet<RecoveryRole> others = [.. AllRoles.Except([RecoveryRole.ApplicationOwner])];
        var change = Assert.IsType<RecoveryChange.NotYours>(
            active.Step(RecoveryState.ApplicationValidated, Ben, others, null, Monday, Cadence));
        Assert.Equal([RecoveryRole.ApplicationOwner], change.By);
    }

    [Fact]
    public void A_drill_may_end_with_its_validation_and_the_real_thing_may_not()
    {
        var validated = Declared with { State = RecoveryState.ApplicationValidated };
        Assert.IsType<RecoveryChange.Impossible>(Step(validated, RecoveryState.Closed, Ben));
        Assert.IsType<RecoveryChange.Done>(Step(validated with { Kind = RecoveryKind.Drill }, RecoveryState.Closed, Ben));
    }

    [Fact]
    public void News_is_promised_every_twenty_minutes_and_after_two_hours_every_hour()
    {
        var soon = Declared.Say("Still switching", Ben, Monday.AddMinutes(30), Cadence);
        Assert.Equal(Monday.AddMinutes(50), soon.NextUpdate);
        Assert.Equal(Monday.AddHours(4), soon.Say("Still switching", Ben, Monday.AddHours(3), Cadence).NextUpdate);
    }

    [Fact]
    public void A_correction_leaves_what_it_corrects()
    {
        var said = Declared.Say("Back at noon", Ben, Monday.AddMinutes(5), Cadence);
        var corrected = said.Correct(1, "Back at 14:00", Ben, Monday.AddMinutes(6), Cadence);
        Assert.Equal(["The site is down", "Back at noon", "Back at 14:00"], corrected.Timeline.Select(line => line.Text));
        Assert.Equal(1, corrected.Timeline[^1].Corrects);
        Assert.Throws<ArgumentOutOfRangeException>(() => said.Correct(2, "x", Ben, Monday, Cadence));
    }

    [Fact]
    public void A_second_declaration_joins_the_first()
    {
        var joined = Declared.Join(
            RecoveryKind.UnplannedFailover,
            [new("lpar1", null), new("LPAR3", "LPAR3DR")],
            Ben,
            "LPAR3 is gone too",
            Monday.AddMinutes(1),
            Cadence);
        Assert.Equal(["LPAR1", "LPAR3"], joined.Systems.Select(pair => pair.Primary));
        Assert.Equal(TimelineKind.Joined, joined.Timeline[^1].Kind);
    }

    [Fact]
    public void IBMs_steps_are_those_of_the_infrastructure_and_all_others_are_the_clients() =>
        Assert.All(RecoverySteps.All, step => Assert.Equal(
            step is { From: RecoveryState.FailoverRunning } or { To: RecoveryState.FailoverRunning or RecoveryState.FailbackRunning }
                or { From: RecoveryState.FailbackRunning, To: RecoveryState.Stable } ? Party.Ibm : Party.Client,
            RecoveryRoles.SideOf(Assert.Single(step.By))));

    [Fact]
    public void From_every_state_an_end_can_be_reached_and_what_is_over_stays_over() =>
        Assert.All(
            Enum.GetValues<RecoveryKind>(),
            kind =>
                Assert.All(
                    Enum.GetValues<RecoveryState>(),
                    state => Assert.Equal(RecoverySteps.IsOver(state), RecoverySteps.After(state, kind).Count == 0)));

    [Fact]
    public void Whatever_is_tried_in_whatever_order_only_known_steps_are_taken() =>
        Gen.Select(Gen.Enum<RecoveryKind>(), Gen.Enum<RecoveryState>().Array[0, 40]).Sample((kind, wishes) =>
        {
            var current = Declared with { Kind = kind };
            foreach (var wish in wishes)
            {
                var before = current;
                if (Step(before, wish, Ben) is not RecoveryChange.Done done)
                    continue;
                current = done.Event;
                Assert.Contains(RecoverySteps.All, step => step.From == before.State && step.To == current.State);
                Assert.Equal(before.Version + 1, current.Version);
                Assert.Equal(current.IsOver, current.NextUpdate is null);
            }
        });

    private static RecoveryChange Step(RecoveryEvent current, RecoveryState to, Person by) =>
        current.Step(to, by, AllRoles, null, Monday.AddMinutes(10), Cadence);
}
