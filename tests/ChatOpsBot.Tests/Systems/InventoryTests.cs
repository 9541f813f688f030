using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Tests.Systems;

/// <summary>The list of systems: what it answers, and what it does not take.</summary>
public sealed class InventoryTests
{
    private static readonly LparEntry Production = new()
    {
        Name = " LPAR1 ",
        IsProduction = true,
        DrPartner = "LPAR1DR",
        Rto = TimeSpan.FromHours(4),
        Rpo = TimeSpan.FromMinutes(15),
        TimeZone = "Europe/Berlin",
    };

    private static readonly LparEntry Test = new() { Name = "Austin test_2", IsProduction = false };

    [Fact]
    public void A_system_is_found_by_its_name_in_any_case()
    {
        var inventory = Right(Production, Test);

        Assert.Equal(["LPAR1", "Austin test_2"], inventory.All.Select(lpar => lpar.Name));
        Assert.Same(inventory.All[0], inventory.Find("lpar1"));
        Assert.Same(inventory.All[1], inventory.Find(" AUSTIN TEST_2 "));
        Assert.Null(inventory.Find("LPAR9"));
        Assert.Null(inventory.Find(null));
        Assert.False(inventory.IsEmpty);
    }

    [Fact]
    public void Production_is_known_from_test_and_from_the_unknown()
    {
        var inventory = Right(Production, Test);

        Assert.True(inventory.IsProduction("LPAR1"));
        Assert.False(inventory.IsProduction("austin test_2"));
        Assert.Null(inventory.IsProduction("LPAR9"));
    }

    [Fact]
    public void A_system_keeps_what_was_said_of_it()
    {
        var lpar = Right(Production).Find("LPAR1")!;

        Assert.Equal(("LPAR1DR", true), (lpar.DrPartner, lpar.HasDr));
        Assert.Equal((TimeSpan.FromHours(4), TimeSpan.FromMinutes(15), "Europe/Berlin"), (lpar.Rto, lpar.Rpo, lpar.Zone!.Id));
    }

    [Fact]
    public void What_was_not_said_is_not_there()
    {
        var lpar = Right(Test).All[0];

        Assert.Equal((null, false, null, null, null), (lpar.DrPartner, lpar.HasDr, lpar.Rto, lpar.Rpo, lpar.Zone));
    }

    [Fact]
    public void The_DR_add_on_may_be_there_without_a_partner_that_has_a_name() =>
        Assert.True(Right(Test with { HasDr = true }).All[0].HasDr);

    [Fact]
    public void The_empty_one_knows_nothing()
    {
        Assert.True(Right().IsEmpty);
        Assert.Null(Inventory.Empty.Find("LPAR1"));
    }

    public static TheoryData<LparEntry, string, string> Faulty => new()
    {
        { Production with { Name = null }, "Name", "has no name" },
        { Production with { Name = " " }, "Name", "has no name" },
        { Production with { Name = "-LPAR" }, "Name", "'-LPAR' is no LPAR name" },
        { Production with { Name = new('L', 48) }, "Name", "at most 47 letters" },
        { Production with { IsProduction = null }, "IsProduction", "LPAR1 does not say whether it is production" },
        { Production with { DrPartner = "lpar1" }, "DrPartner", "cannot be its own DR partner" },
        { Production with { DrPartner = "LPAR1\tDR" }, "DrPartner", "is no LPAR name" },
        { Production with { HasDr = false }, "HasDr", "cannot be without the DR add-on" },
        { Production with { Rto = TimeSpan.FromSeconds(-1) }, "Rto", "The RTO of LPAR1 is less than nothing" },
        { Production with { Rpo = TimeSpan.FromDays(366) }, "Rpo", "The RPO of LPAR1 is longer than a year" },
        { Production with { TimeZone = "Mars/Olympus" }, "TimeZone", "'Mars/Olympus' is no time zone" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_entry_is_not_taken_and_the_fault_is_named(LparEntry entry, string field, string told)
    {
        var fault = Assert.Single(Wrong(Test, entry));

        Assert.Equal((1, field), (fault.Entry, fault.Field));
        Assert.Contains(told, fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_name_for_two_systems_is_told_at_the_second() =>
        Assert.Equal([new(2, "Name", "lpar1 is listed more than once.")], Wrong(Production, Test, Test with { Name = "lpar1" }));

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(
            [0, 0, 1, 2],
            Wrong(
                    Production with
                    {
                        Rto = -TimeSpan.FromHours(1),
                        TimeZone = "nowhere",
                    },
                    Test with
                    {
                        Name = "!",
                    },
                    Production with
                    {
                        Name = "lpar1",
                    })
                .Select(fault => fault.Entry));

    [Fact]
    public void Nothing_lost_and_no_time_needed_are_targets_too() =>
        Assert.Equal(TimeSpan.Zero, Right(Production with { Rto = TimeSpan.Zero, Rpo = TimeSpan.Zero }).All[0].Rpo);

    private static Inventory Right(params LparEntry[] entries) =>
        Assert.IsType<InventoryReading.Right>(Inventory.Read(entries)).Inventory;

    private static IReadOnlyList<InventoryFault> Wrong(params LparEntry[] entries) =>
        Assert.IsType<InventoryReading.Wrong>(Inventory.Read(entries)).Faults;
}
