using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Tests.Dialogs;

namespace ChatOpsBot.Tests.Requests;

/// <summary>
/// The definition of a DR failover: what tells a drill from the real thing, what has to be confirmed, what does not go together.
/// </summary>
public sealed class FailoverTests
{
    private static readonly RequestType Failover = RequestTypes.All.Single(type => type.Id == "dr_failover");

    private static readonly Inventory Systems = ((InventoryReading.Right)Inventory.Read(
    [
        new() { Name = "LPAR1", IsProduction = true, DrPartner = "LPAR1DR", Rto = TimeSpan.FromHours(4), Rpo = TimeSpan.FromMinutes(15) },
        new() { Name = "LPAR3", IsProduction = true, DrPartner = "LPAR3DR", Rto = TimeSpan.FromHours(2) },
        new() { Name = "LPAR2", IsProduction = false },
    ])).Inventory;

    private static readonly FieldContext Context = TestKit.Of(systems: Systems).Context(new Request
    {
        Id = Guid.Empty,
        Key = "DRE-K0002B",
        Type = "dr_failover",
        Owner = new Person("person-1", "Ana"),
        ConversationId = "chat-1",
        Language = "en",
        Zone = "Europe/Berlin",
        Token = "token",
        CreatedAt = default,
        ChangedAt = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
    });

    [Theory]
    [InlineData("unplanned", "DRE", Severity.Critical, "*** DR DECLARED *** UNPLANNED FAILOVER LPAR1 -> LPAR1DR")]
    [InlineData("planned", "DRE", Severity.High, "*** DR DECLARED *** PLANNED SWITCH LPAR1 -> LPAR1DR")]
    [InlineData("switchDrill", "DRL", Severity.Medium, "DRILL - switch-over LPAR1 -> LPAR1DR")]
    [InlineData("virtualDrill", "DRL", Severity.Low, "DRILL - virtual test LPAR1 -> LPAR1DR")]
    [InlineData("paperDrill", "DRL", Severity.Low, "DRILL - paper exercise LPAR1")]
    public void The_kind_decides_the_key_the_severity_and_the_subject(string kind, string prefix, Severity severity, string subject)
    {
        var answers = Given(("kind", kind), ("source", "LPAR1"), ("target", "LPAR1DR"));

        Assert.Equal(
            (prefix, severity, subject), (Failover.PrefixFor(answers), Failover.SeverityOf(answers, Context), Failover.Subject(answers)));
    }

    [Theory]
    [InlineData("unplanned")]
    [InlineData("paperDrill")]
    public void A_second_person_always_approves(string kind)
    {
        var need = Failover.Approval(Given(("kind", kind)), Systems);

        Assert.Equal(("dr-authority", true), (need?.Role, need?.IsAlways));
    }

    [Theory]
    [InlineData("unplanned", "unplanned LPAR1 FAILOVER, dataLoss ")]
    [InlineData("planned", "planned ")]
    [InlineData("switchDrill", "drill LPAR1 DRILL")]
    [InlineData("virtualDrill", "")]
    [InlineData("paperDrill", "")]
    public void Each_kind_has_its_own_risks_to_confirm(string kind, string risks) => Assert.Equal(
        risks,
        string.Join(", ", Failover.Risks(Given(("kind", kind), ("source", "LPAR1")), Context).Select(risk => $"{risk.Id} {risk.ToType}")));

    [Theory]
    [InlineData("unplanned", "kind source target reason outage primary dataLoss start owner contact")]
    [InlineData("planned", "kind source target reason start users owner contact")]
    [InlineData("switchDrill", "kind source target start users goal owner")]
    [InlineData("virtualDrill", "kind source target start goal owner")]
    [InlineData("paperDrill", "kind source start goal")]
    public void Only_what_applies_to_the_kind_is_asked(string kind, string fields) =>
        Assert.Equal(
            fields,
            string.Join(
                ' ',
                Failover.Fields.Where(field => !field.IsFolded && field.AppliesWhen(Given(("kind", kind)))).Select(field => field.Id)));

    [Fact]
    public void The_kind_is_never_guessed() => Assert.Null(Failover.Fields.Single(field => field.Id == "kind").Usual(Answers.None));

    [Fact]
    public void A_system_without_the_add_on_is_refused() => Assert.Equal(
        "problem.no_dr",
        Assert.IsType<FieldReading.Wrong>(Failover.Fields.Single(field => field.Id == "source").Read("LPAR2", Context)).Problem.Key);

    [Fact]
    public void The_inventory_gives_the_partners_and_the_strictest_targets()
    {
        var known = Failover.Known(Given(("source", "LPAR1,LPAR3")), Systems);

        Assert.Equal(("LPAR1DR, LPAR3DR", "120", "15"), (known["target"], known["rto"], known["rpo"]));
    }

    [Fact]
    public void What_the_inventory_does_not_know_is_left_to_the_person() =>
        Assert.Empty(Failover.Known(Given(("source", "LPAR9")), Systems));

    [Theory]
    [InlineData("unplanned", "maintenance", "LPAR1DR", "reason problem.reason")]
    [InlineData("planned", "siteLost", "LPAR1DR", "reason problem.reason")]
    [InlineData("unplanned", "siteLost", "lpar1", "target problem.same_lpar")]
    [InlineData("unplanned", "siteLost", "LPAR1DR,LPAR3DR", "target problem.one_target")]
    [InlineData("unplanned", "siteLost", "LPAR1DR", "")]
    public void What_does_not_go_together_is_pointed_out(string kind, string reason, string target, string problems)
    {
        var answers = Given(("kind", kind), ("source", "LPAR1"), ("target", target), ("reason", reason));

        Assert.Equal(
            problems, string.Join(", ", Failover.Check(answers, Context).Select(found => $"{found.Field.Id} {found.Problem.Key}")));
    }

    [Theory]
    [InlineData("dataDamaged", "down", "LPAR1DR", "warning.damage")]
    [InlineData("security", "up", "LPAR1DR", "warning.damage warning.primary.up")]
    [InlineData("siteLost", "unknown", "LPAR3DR", "warning.primary.unknown warning.partner")]
    [InlineData("siteLost", "down", "LPAR1DR", "")]
    public void Copied_damage_and_a_split_brain_are_worth_a_word(string reason, string primary, string target, string warnings)
    {
        var answers = Given(("kind", "unplanned"), ("source", "LPAR1"), ("target", target), ("reason", reason), ("primary", primary));

        Assert.Equal(warnings, string.Join(' ', Failover.Warnings(answers, Context).Select(warning => warning.Key)));
    }

    [Theory]
    [InlineData("DRL-K0003P", "planned", 1)]
    [InlineData("DRE-K0002B", "paperDrill", 1)]
    [InlineData("DRE-K0002B", "planned", 0)]
    [InlineData("DRL-K0003P", "virtualDrill", 0)]
    public void A_drill_never_becomes_the_real_thing_nor_the_other_way_round(string key, string kind, int problems) =>
        Assert.Equal(problems, Failover.CheckConfirmed(Given(("kind", kind)), key).Count());

    private static Answers Given(params (string Field, string Value)[] values) =>
        new(values.ToDictionary(value => value.Field, value => new Entry(value.Value) { Value = value.Value.Replace(',', '\n') }));
}
