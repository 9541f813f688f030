using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Tests.Storage;
using CsCheck;

namespace ChatOpsBot.Tests.Requests;

/// <summary>Whose approval a request needs, and who may give it.</summary>
public sealed class ApprovalPolicyTests
{
    private const string Role = "restore-approver";

    /// <summary>A restore of Ana's.</summary>
    private static readonly Request Asked = SampleRequest.Draft();

    private static readonly Gen<string[]> People = Gen.OneOf("aad-ana", "aad-ben", "aad-eva", "aad-max").Array[0, 5];

    [Theory]
    [InlineData(false, false, "", "", false)]
    [InlineData(true, false, "", "", true)]
    [InlineData(true, false, "", "restore", true)]
    [InlineData(false, true, "", "", true)]
    [InlineData(false, true, "", "restore", false)]
    [InlineData(false, true, "", "pam", true)]
    [InlineData(false, false, "restore", "", true)]
    [InlineData(false, false, "pam", "", false)]
    [InlineData(false, true, "restore", "restore", true)]
    public void Definition_and_settings_decide_whether_one_is_needed(bool isAlways, bool isUsual, string required, string not, bool needed)
    {
        var need = new ApprovalNeed(Role) { IsAlways = isAlways, IsUsual = isUsual };
        var policy = new ApprovalPolicy { RequiredFor = [required], NotRequiredFor = [not] };

        Assert.Equal(needed, policy.IsRequired("restore", need));
        Assert.Equal(!needed, policy.For(Asked, need) is Approvers.NotNeeded);
    }

    [Fact]
    public void Without_a_need_nobody_is_asked_even_where_settings_require_it() =>
        Assert.IsType<Approvers.NotNeeded>(new ApprovalPolicy { RequiredFor = ["restore"] }.For(Asked, null));

    [Fact]
    public void Whoever_is_listed_is_asked_but_never_the_owner_nor_those_it_is_done_for()
    {
        var policy = Listing(["aad-ana", "aad-ben", "aad-eva", "aad-max"]);

        Assert.Equal(["aad-ben", "aad-max"], Ids(policy.For(Asked, Need(beneficiaries: SampleRequest.Eva))));
    }

    [Fact]
    public void The_role_above_may_approve_as_well_and_nobody_counts_twice()
    {
        var policy = Listing(["aad-ben"], ["aad-ben", "aad-max"]) with { EscalateTo = "management" };

        Assert.Equal(["aad-ben", "aad-max"], Ids(policy.For(Asked, Need())));
        Assert.Equal(["aad-ben"], Ids((policy with { EscalateTo = null }).For(Asked, Need())));
        Assert.Equal(["aad-max"], Ids((Listing([], ["aad-max"]) with { EscalateTo = "management" }).For(Asked, Need())));
    }

    [Fact]
    public void Where_nobody_is_listed_nobody_could_and_the_setting_is_named() =>
        Assert.Equal(new Approvers.Nobody("Approvals:Roles:restore-approver"), new ApprovalPolicy().For(Asked, Need()));

    [Fact]
    public void Where_only_the_owner_is_listed_nobody_could_and_the_setting_is_named()
    {
        var policy = Listing(["aad-ana"]) with { AnybodyWhereNobodyIsListed = true };

        Assert.Equal(new Approvers.Nobody("Approvals:Roles:restore-approver"), policy.For(Asked, Need()));
    }

    [Fact]
    public void In_local_mode_anybody_else_may_until_somebody_is_listed()
    {
        var local = new ApprovalPolicy { AnybodyWhereNobodyIsListed = true };
        Assert.IsType<Approvers.AnybodyElse>(local.For(Asked, Need()));
        Assert.Equal(["aad-ben"], Ids((Listing(["aad-ben"]) with { AnybodyWhereNobodyIsListed = true }).For(Asked, Need())));
    }

    [Fact]
    public void One_person_is_enough_unless_more_are_asked_for_or_one_it_is_done_for_may_be_among_them()
    {
        Assert.Equal(1, Need().Needed);
        Assert.Equal(1, Need(beneficiaries: SampleRequest.Eva).Needed);
        Assert.Equal(2, Need(beneficiaries: new Person("", "Eva")).Needed);
        Assert.Equal(2, (Need() with { Beneficiaries = [SampleRequest.Eva, new Person("", "Max")] }).Needed);
        Assert.Equal(3, (Need() with { Approvals = 3 }).Needed);
        Assert.Equal(3, (Need(beneficiaries: new Person("", "Eva")) with { Approvals = 3 }).Needed);
    }

    [Fact]
    public void Two_people_are_needed_and_there_are_two_or_nobody_can()
    {
        var two = Need() with { Approvals = 2 };
        Assert.Equal(["aad-ben", "aad-eva"], Ids(Listing(["aad-ben", "aad-eva"]).For(Asked, two)));
        Assert.IsType<Approvers.Nobody>(Listing(["aad-ben", "aad-ben"]).For(Asked, two));
    }

    [Fact]
    public void Whoever_is_listed_the_concerned_never_approve_and_everybody_else_does() =>
        Gen.Select(People, People, People, Gen.Int[1, 3]).Sample((role, above, concerned, approvals) =>
        {
            var policy = Listing(role, above) with { EscalateTo = "management" };
            var need = Need() with { Approvals = approvals, Beneficiaries = [.. concerned.Select(id => new Person(id, "A person"))] };
            var free = role.Concat(above).Where(id => id != "aad-ana" && !concerned.Contains(id)).ToHashSet();

            var approvers = policy.For(Asked, need);

            if (free.Count < approvals)
                Assert.IsType<Approvers.Nobody>(approvers);
            else
                Assert.Equal(free.Order(), Ids(approvers).Order());
        });

    [Fact]
    public void Approvers_are_reminded_before_others_are_asked()
    {
        Assert.Equal(TimeSpan.FromMinutes(15), new ApprovalPolicy().RemindAfter);
        Assert.Equal(TimeSpan.FromMinutes(30), new ApprovalPolicy().EscalateAfter);
    }

    private static ApprovalNeed Need(params Person[] beneficiaries) => new(Role) { IsAlways = true, Beneficiaries = beneficiaries };

    private static ApprovalPolicy Listing(string[] role, string[]? above = null) => new()
    {
        Roles = new Dictionary<string, IReadOnlyList<string>> { [Role] = role, ["management"] = above ?? [], ["desk"] = ["aad-lea"] },
    };

    private static IReadOnlyList<string> Ids(Approvers approvers) => Assert.IsType<Approvers.Listed>(approvers).Ids;
}
