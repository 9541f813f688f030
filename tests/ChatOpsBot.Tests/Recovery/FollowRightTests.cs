using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Who may say what a channel follows, and which names can be followed.</summary>
public sealed class FollowRightTests
{
    private static readonly Person Ana = new("aad-ana", "Ana");

    [Theory]
    [InlineData("dr-coordinator", true)]
    [InlineData("dr-authority", true)]
    [InlineData("it-management", false)]
    public void Those_in_the_roles_may(string role, bool may) => Assert.Equal(may, FollowRight.Has(Ana, null, Policy(role, "AAD-ana")));

    [Fact]
    public void The_owner_of_the_team_may_and_others_may_not()
    {
        Assert.True(FollowRight.Has(Ana, "aad-ana", Policy("dr-authority", "aad-eva")));
        Assert.False(FollowRight.Has(Ana, "aad-ben", Policy("dr-authority", "aad-eva")));
        Assert.False(FollowRight.Has(Ana, null, new RecoveryPolicy()));
    }

    [Fact]
    public void In_local_mode_anybody_may_until_somebody_is_listed()
    {
        Assert.True(FollowRight.Has(Ana, null, new RecoveryPolicy { AnybodyWhereNobodyIsListed = true }));
        Assert.True(FollowRight.Has(Ana, null, Policy("it-management", "aad-eva") with { AnybodyWhereNobodyIsListed = true }));
        Assert.False(FollowRight.Has(Ana, null, Policy("dr-coordinator", "aad-eva") with { AnybodyWhereNobodyIsListed = true }));
    }

    [Fact]
    public void A_guest_may_not_though_they_are_listed_or_own_the_team()
    {
        var guest = Ana with { IsGuest = true };
        Assert.False(FollowRight.Has(guest, null, Policy("dr-authority", "aad-ana")));
        Assert.False(FollowRight.Has(guest, "aad-ana", new RecoveryPolicy { AnybodyWhereNobodyIsListed = true }));
    }

    [Fact]
    public void Nobody_without_an_id_may() =>
        Assert.False(FollowRight.Has(new Person("", "Ana"), "", new RecoveryPolicy { AnybodyWhereNobodyIsListed = true }));

    [Theory]
    [InlineData("lpar1", "Known LPAR1")]
    [InlineData("LPAR1dr", "Known LPAR1DR")]
    [InlineData("LPAR2", "WithoutDr LPAR2")]
    [InlineData("SPARE", "Known SPARE")]
    [InlineData("LPAR9", "Unknown LPAR9")]
    public void A_listed_name_of_either_side_can_be_followed(string typed, string expected)
    {
        var systems = Assert.IsType<InventoryReading.Right>(Inventory.Read(
        [
            new LparEntry { Name = "LPAR1", IsProduction = true, DrPartner = "LPAR1DR" },
            new LparEntry { Name = "LPAR2", IsProduction = false },
            new LparEntry { Name = "LPAR3", IsProduction = true, DrPartner = "spare" },
            new LparEntry { Name = "Spare", IsProduction = false },
        ])).Inventory;

        Assert.Equal(expected, Told(FollowedName.Read(typed, systems)));
        Assert.Equal(["LPAR1", "LPAR3", "LPAR1DR", "spare"], FollowedName.All(systems));
    }

    [Theory]
    [InlineData("payroll", "Known PAYROLL")]
    [InlineData("-x-", "Unknown -X-")]
    public void Without_a_list_any_name_of_an_LPAR_can(string typed, string expected) =>
        Assert.Equal(expected, Told(FollowedName.Read(typed, Inventory.Empty)));

    private static RecoveryPolicy Policy(string role, string id) =>
        new() { Roles = new Dictionary<string, IReadOnlyList<string>> { [role] = [id] } };

    private static string Told(FollowedName read) => read switch
    {
        FollowedName.Known known => $"Known {known.Name}",
        FollowedName.WithoutDr without => $"WithoutDr {without.Name}",
        FollowedName.Unknown unknown => $"Unknown {unknown.Name}",
        _ => "",
    };
}
