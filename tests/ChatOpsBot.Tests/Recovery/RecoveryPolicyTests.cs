using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Who decides what of a DR event: what settings list, and what a declaration gives once somebody stands behind it.</summary>
public sealed class RecoveryPolicyTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly Person Ben = new("aad-ben", "Ben");
    private static readonly Person Olga = new("aad-olga", "Olga");
    private static readonly Person Max = new("aad-max", "Max");
    private static readonly Person Nobody = new("", "Somebody");

    private static readonly RecoveryPolicy Listed = new()
    {
        Roles = new Dictionary<string, IReadOnlyList<string>>
        {
            ["dr-authority"] = ["aad-ben", "aad-ana", ""],
            ["dr-coordinator"] = ["aad-carla"],
            ["dr-operator"] = ["aad-otto"],
            ["application-owner"] = ["aad-olaf"],
            ["management"] = ["aad-max", "aad-ben"],
        },
    };

    private static readonly RecoveryPolicy Local = new() { AnybodyWhereNobodyIsListed = true };

    private static readonly RecoveryEvent Declared = new()
    {
        Id = Guid.NewGuid(),
        Number = 3,
        Kind = RecoveryKind.UnplannedFailover,
        Systems = [new("LPAR1", null)],
        DeclaredBy = Ana,
        DeclaredAt = Monday,
        ApplicationOwner = Olga,
    };

    [Theory]
    [InlineData("aad-ben", RecoveryRole.Authority)]
    [InlineData("aad-carla", RecoveryRole.Coordinator)]
    [InlineData("aad-otto", RecoveryRole.Operator)]
    [InlineData("aad-olaf", RecoveryRole.ApplicationOwner)]
    public void Who_is_listed_for_a_role_has_that_one_alone(string id, RecoveryRole role)
    {
        Assert.Equal([role], Listed.RolesOf(new(id, "A person"), Declared));
        Assert.True(Listed.HoldsRole(new(id, "A person")));
    }

    [Fact]
    public void A_guest_and_nobody_in_particular_hold_no_role()
    {
        foreach (var policy in new[] { Listed, Local })
        {
            Assert.Empty(policy.RolesOf(Ben with { IsGuest = true }, Declared));
            Assert.Empty(policy.RolesOf(Nobody, Declared));
            Assert.False(policy.HoldsRole(Ben with { IsGuest = true }));
            Assert.False(policy.HoldsRole(Nobody));
        }
    }

    [Fact]
    public void Others_hold_no_role()
    {
        Assert.Empty(Listed.RolesOf(Max, Declared));
        Assert.False(Listed.HoldsRole(Max));
        Assert.Empty(new RecoveryPolicy().RolesOf(Ben, Declared));
    }

    [Fact]
    public void In_local_mode_anybody_has_the_roles_that_list_nobody()
    {
        Assert.Equal(Enum.GetValues<RecoveryRole>(), Local.RolesOf(Max, Declared).Order());
        var half = Local with { Roles = new Dictionary<string, IReadOnlyList<string>> { ["dr-authority"] = ["aad-ben"] } };
        Assert.DoesNotContain(RecoveryRole.Authority, half.RolesOf(Max, Declared));
        Assert.Contains(RecoveryRole.Operator, half.RolesOf(Max, Declared));
    }

    [Fact]
    public void The_role_above_approves_and_has_no_other_role()
    {
        Assert.Equal([RecoveryRole.Authority], (Listed with { EscalateTo = "management" }).RolesOf(Max, Declared));
        Assert.Empty((Listed with { EscalateTo = "another" }).RolesOf(Max, Declared));
    }

    [Fact]
    public void Whoever_declared_it_leads_it_once_a_second_person_has_approved_it()
    {
        var policy = new RecoveryPolicy();
        Assert.Empty(policy.RolesOf(Ana, Declared));
        Assert.Equal([RecoveryRole.Coordinator], policy.RolesOf(Ana, Declared with { ApprovedBy = Ben }));
        Assert.Empty(policy.RolesOf(Max, Declared with { ApprovedBy = Ben }));
        Assert.Empty(policy.RolesOf(Ana with { IsGuest = true }, Declared with { ApprovedBy = Ben }));

        // One who went ahead alone was a coordinator by the settings, which may have changed.
        Assert.Empty(policy.RolesOf(Ana, Declared with { AloneBecause = "Nobody answered" }));
    }

    [Fact]
    public void The_application_owner_who_was_named_speaks_once_somebody_stands_behind_the_event()
    {
        var policy = new RecoveryPolicy();
        Assert.Empty(policy.RolesOf(Olga, Declared));
        Assert.Equal([RecoveryRole.ApplicationOwner], policy.RolesOf(Olga, Declared with { ApprovedBy = Ben }));
        Assert.Equal([RecoveryRole.ApplicationOwner], policy.RolesOf(Olga, Declared with { AloneBecause = "Nobody answered" }));
        Assert.Empty(policy.RolesOf(Max, Declared with { ApprovedBy = Ben }));
        Assert.Empty(policy.RolesOf(Olga with { IsGuest = true }, Declared with { ApprovedBy = Ben }));
        Assert.Empty(policy.RolesOf(Olga, Declared with { ApprovedBy = Ben, ApplicationOwner = null }));
    }

    [Fact]
    public void Names_prove_nobodys_identity()
    {
        var policy = new RecoveryPolicy();
        var nameless = Declared with { DeclaredBy = Nobody, ApplicationOwner = Nobody, ApprovedBy = Ben };
        Assert.Empty(policy.RolesOf(Nobody, nameless));
        Assert.False(policy.MayReadAll(Nobody, nameless));
    }

    [Fact]
    public void All_of_it_is_read_by_whoever_may_decide_and_whoever_said_it()
    {
        Assert.True(Listed.MayReadAll(Ben, Declared));
        Assert.True(Listed.MayReadAll(Ana, Declared));
        Assert.True(new RecoveryPolicy().MayReadAll(Ana, Declared));
        Assert.False(Listed.MayReadAll(Max, Declared));
    }

    [Fact]
    public void Everybody_listed_is_asked_but_whoever_declared_it_or_a_part_of_it()
    {
        var policy = Listed with
        {
            EscalateTo = "management",
            Roles = new Dictionary<string, IReadOnlyList<string>>(Listed.Roles) { ["dr-authority"] = ["aad-ana", "aad-ben", "aad-eva"] },
        };
        Assert.Equal(["aad-ben", "aad-eva"], policy.Authorities(Declared, isLate: false));
        Assert.Equal(["aad-ben", "aad-eva", "aad-max"], policy.Authorities(Declared, isLate: true));

        var widened = Declared with
        {
            Timeline = [new(TimelineKind.Joined, Monday, Ben, RecoveryState.Declared, null) { Widens = true }],
        };
        Assert.Equal(["aad-eva"], policy.Authorities(widened, isLate: false));
        Assert.Equal(["aad-eva", "aad-max"], policy.Authorities(widened, isLate: true));
        Assert.Equal(["aad-ben", "aad-eva"], (policy with { EscalateTo = null }).Authorities(Declared, isLate: true));
    }

    [Fact]
    public void Those_who_lead_are_known() => Assert.Equal(["aad-carla"], Listed.Coordinators);

    [Fact]
    public void Where_nobody_else_could_approve_that_is_known_at_once()
    {
        var onlyAna = Listing("aad-ana");
        Assert.True(onlyAna.NobodyCanApprove(Declared));
        Assert.True((onlyAna with { AnybodyWhereNobodyIsListed = true }).NobodyCanApprove(Declared));
        Assert.True(new RecoveryPolicy().NobodyCanApprove(Declared));
        Assert.False(Local.NobodyCanApprove(Declared));
        Assert.False(Listing("aad-ben").NobodyCanApprove(Declared));
        Assert.False((Listing("aad-ana", above: "aad-max") with { EscalateTo = "management" }).NobodyCanApprove(Declared));
    }

    [Fact]
    public void The_times_are_those_that_the_settings_page_tells()
    {
        var usual = new RecoveryPolicy();
        Assert.Equal(FourEyes.Required, usual.FourEyes);
        Assert.Equal(
            (15, 5, 12, 10, 5),
            (
                usual.ApprovalWindow.TotalMinutes,
                usual.AskEvery.TotalMinutes,
                usual.AskAtMost,
                usual.SilentAtMost.TotalMinutes,
                usual.PromptBefore.TotalMinutes));
    }

    private static RecoveryPolicy Listing(string authority, string? above = null) => new()
    {
        Roles = new Dictionary<string, IReadOnlyList<string>>
        {
            ["dr-authority"] = [authority],
            ["management"] = above is null ? [] : [above],
        },
    };
}
