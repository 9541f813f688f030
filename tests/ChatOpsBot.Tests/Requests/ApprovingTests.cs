using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Tests.Dialogs;
using ChatOpsBot.Tests.Storage;
using NodaTime;

namespace ChatOpsBot.Tests.Requests;

/// <summary>Whether somebody may decide on a request, may read it, and is told why not.</summary>
public sealed class ApprovingTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ben = new("aad-ben", "Ben");
    private static readonly Person Mallory = new("aad-mallory", "Mallory");

    private static readonly ApprovalNeed Need = new("restore-approver") { IsAlways = true };

    private static readonly ApprovalPolicy Listed = new()
    {
        Roles = new Dictionary<string, IReadOnlyList<string>> { ["restore-approver"] = ["aad-ana", "aad-ben", "aad-eva", ""] },
    };

    private static readonly Request Waiting = SampleRequest.Draft() with
    {
        State = RequestState.AwaitingApproval,
        ConversationId = "19:ops",
        ConfirmedVersion = 3,
    };

    [Fact]
    public void Who_is_listed_may() => Assert.Null(Approving.Refuse(Waiting, Ben, Services(Need, Listed)));

    [Fact]
    public void Who_is_not_listed_may_not() => Assert.Equal("approval.not_listed", Approving.Refuse(Waiting, Mallory, Services(Need, Listed)));

    [Fact]
    public void The_owner_may_not_and_is_told_so_even_as_a_guest()
    {
        Assert.Equal("approval.own", Approving.Refuse(Waiting, SampleRequest.Ana, Services(Need, Listed)));
        Assert.Equal("approval.own", Approving.Refuse(Waiting, SampleRequest.Ana with { IsGuest = true }, Services(Need, Listed)));
    }

    [Fact]
    public void A_guest_may_not_though_settings_list_them()
    {
        Assert.Equal("approval.not_listed", Approving.Refuse(Waiting, Ben with { IsGuest = true }, Services(Need, Listed)));
        Assert.Equal("approval.not_listed", Approving.Refuse(Waiting, Ben with { IsGuest = true }, Services(Need, Local)));
    }

    [Fact]
    public void Nobody_in_particular_may_not()
    {
        Assert.Equal("approval.not_listed", Approving.Refuse(Waiting, new("", "Ben"), Services(Need, Listed)));
        Assert.Equal("approval.not_listed", Approving.Refuse(Waiting, new("", "Ben"), Services(Need, Local)));
    }

    [Fact]
    public void Whom_it_is_done_for_may_not()
    {
        var forBen = Need with { Beneficiaries = [Ben] };
        Assert.Equal("approval.beneficiary", Approving.Refuse(Waiting, Ben, Services(forBen, Listed)));
        Assert.Null(Approving.Refuse(Waiting, SampleRequest.Eva, Services(forBen, Listed)));
    }

    [Fact]
    public void Nobody_approves_the_same_version_twice()
    {
        var approved = Waiting with { Decisions = [new(Ben, Monday, IsApproval: true, Version: 3)] };
        Assert.Equal("approval.twice", Approving.Refuse(approved, Ben, Services(Need, Listed)));
        Assert.Null(Approving.Refuse(approved, SampleRequest.Eva, Services(Need, Listed)));
        Assert.Null(Approving.Refuse(approved with { ConfirmedVersion = 4 }, Ben, Services(Need, Listed)));
    }

    [Fact]
    public void In_local_mode_anybody_else_may()
    {
        Assert.Null(Approving.Refuse(Waiting, Mallory, Services(Need, Local)));
        Assert.Equal("approval.own", Approving.Refuse(Waiting, SampleRequest.Ana, Services(Need, Local)));
    }

    [Fact]
    public void What_needs_no_approval_is_approved_by_nobody() =>
        Assert.Equal("approval.not_listed", Approving.Refuse(Waiting, Ben, Services(null, Listed)));

    [Fact]
    public void Where_nobody_could_nobody_may() =>
        Assert.Equal("approval.not_listed", Approving.Refuse(Waiting, Ben, Services(Need, new ApprovalPolicy())));

    [Fact]
    public void It_is_read_by_its_owner_who_may_decide_who_has_decided_and_who_reads_along()
    {
        Assert.True(Approving.MayRead(Waiting, TurnOf(SampleRequest.Ana), Services(Need, Listed)));
        Assert.True(Approving.MayRead(Waiting, TurnOf(Ben), Services(Need, Listed)));
        Assert.False(Approving.MayRead(Waiting, TurnOf(Mallory), Services(Need, Listed)));

        var rejected = Waiting with { Decisions = [new(Mallory, Monday, IsApproval: false, Version: 1)] };
        Assert.True(Approving.MayRead(rejected, TurnOf(Mallory), Services(Need, Listed)));
        Assert.False(Approving.MayRead(rejected, TurnOf(new("aad-max", "Max")), Services(Need, Listed)));

        var shared = Waiting with { IsShared = true };
        Assert.True(Approving.MayRead(shared, TurnOf(Mallory, "19:ops"), Services(Need, Listed)));
        Assert.False(Approving.MayRead(shared, TurnOf(Mallory, "19:other"), Services(Need, Listed)));
        Assert.False(Approving.MayRead(Waiting, TurnOf(Mallory, "19:ops"), Services(Need, Listed)));
    }

    [Fact]
    public void A_stranger_is_not_even_told_that_it_exists_and_whom_it_is_done_for_is_told_why_not()
    {
        var forMax = Services(Need with { Beneficiaries = [new("aad-max", "Max")] }, Listed);
        Assert.False(Approving.MayBeTold(Waiting, TurnOf(Mallory), forMax));
        Assert.True(Approving.MayBeTold(Waiting, TurnOf(new("aad-max", "Max")), forMax));
        Assert.True(Approving.MayBeTold(Waiting, TurnOf(Ben), forMax));
        Assert.True(Approving.MayBeTold(Waiting with { IsShared = true }, TurnOf(Mallory, "19:ops"), forMax));
    }

    private static ApprovalPolicy Local => new() { AnybodyWhereNobodyIsListed = true };

    private static RequestServices Services(ApprovalNeed? need, ApprovalPolicy policy) =>
        TestKit.Of() with { Types = [new OwnApprovalRequest(need)], Approvals = policy };

    private static Turn TurnOf(Person who, string conversation = "a:chat") => new()
    {
        What = new TurnInput.Message("status"),
        Who = who,
        Where = new(conversation, PlaceKind.GroupChat),
        At = Monday,
        Zone = DateTimeZone.Utc,
        Language = "en",
    };
}
