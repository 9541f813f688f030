using ChatOpsBot.Application.Desks.ServiceNow;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Tests.Host;
using static ChatOpsBot.Tests.Tickets.ServiceNow.ServiceNowBench;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>What <c>doctor</c> says of an instance, and which settings are refused.</summary>
public sealed class ServiceNowCheckTests
{
    private static readonly Dictionary<string, ServiceNowOptions> Wrong = new()
    {
        ["Desk:ServiceNow:InstanceUrl is required"] = new() { User = "x" },
        ["Desk:ServiceNow:InstanceUrl is not an address"] = Right with { InstanceUrl = "example" },
        ["must begin with https"] = Right with { InstanceUrl = "http://example.service-now.com" },
        ["without a path"] = Right with { InstanceUrl = "https://example.service-now.com/api" },
        ["needs credentials"] = Right with { Password = null },
        ["belong together"] = Right with { ClientId = "x" },
        ["Desk:ServiceNow:Table is 'in cident'"] = Right with { Table = "in cident" },
        ["Desk:ServiceNow:KeyColumn"] = Right with { KeyColumn = "a^b" },
        ["Desk:ServiceNow:Columns:0:Name"] = Right with { Columns = [new() { Value = "x" }] },
        ["Desk:ServiceNow:StagingTable is required"] = Right with { Write = ServiceNowWrite.ImportSet },
        ["at least 32 characters"] = Right with { WebhookSecret = "short" },
        ["Desk:ServiceNow:States:0:Value"] = Right with { States = [new()] },
        ["Desk:ServiceNow:Severities:0:Severity"] = Right with { Severities = [new()] },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_instance_as_it_should_be_is_good_and_stays_as_it_is(bool hasRows)
    {
        await using var bench = await StartAsync();
        if (hasRows)
            await bench.FiledAsync();
        var changes = bench.Tables.Of(FakeServiceNowTables.Incident).Select(row => row["sys_mod_count"]).ToList();
        Assert.All(await bench.Desk.CheckAsync(Cancel), check => Assert.True(check.IsGood, check.Text));
        Assert.Equal(changes, bench.Tables.Of(FakeServiceNowTables.Incident).Select(row => row["sys_mod_count"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_column_that_is_not_there_is_named(bool hasRows)
    {
        await using var bench = await StartAsync(("Columns:0:Name", "u_service"), ("Columns:0:Value", "x"));
        if (hasRows)
            await bench.FiledAsync();
        Assert.Contains("u_service", (await BadAsync(bench)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_is_not_mapped_is_named()
    {
        await using var bench = await StartAsync(
            ("States:0:Value", "1"), ("States:0:Is", "New"), ("States:1:Value", "2"), ("States:1:Is", "InProgress"),
            ("States:2:Value", "3"), ("States:2:Is", "OnHold"), ("States:3:Value", "7"), ("States:3:Is", "Closed"),
            ("States:4:Value", "8"), ("States:4:Is", "Cancelled"));
        Assert.Contains("6 (Resolved)", (await BadAsync(bench)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_write_is_told_so()
    {
        await using var bench = await StartAsync();
        bench.Instance.Always(call => call.Is("PATCH", ""), FakeServiceNowFault.Refuse(403, "Operation Failed", "ACL Exception"));
        Assert.Contains("itil", (await BadAsync(bench)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_is_told_at_once()
    {
        await using var bench = await StartAsync(("Table", "u_nothing"));
        Assert.Contains("u_nothing", Assert.Single(await bench.Desk.CheckAsync(Cancel)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_to_be_read_for_comparison_is_no_fault()
    {
        await using var bench = await StartAsync();
        await bench.FiledAsync();
        bench.Instance.Always(call => call.Is("GET", "/sys_"), FakeServiceNowFault.Refuse(403, "Insufficient rights"));
        var checks = await bench.Desk.CheckAsync(Cancel);
        Assert.All(checks, check => Assert.True(check.IsGood, check.Text));
        Assert.Contains(checks, check => check.Text.Contains("ACL on sys_journal_field", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_asks_the_instance()
    {
        await using var instance = await FakeServiceNow.StartAsync();
        var (_, output, _) = await BotProcess.RunAsync(
            ["--dev", "doctor"],
            "",
            ("Desk__Kind", "ServiceNow"),
            ("Desk__ServiceNow__InstanceUrl", instance.Address.ToString()),
            ("Desk__ServiceNow__User", FakeServiceNow.User),
            ("Desk__ServiceNow__Password", "wrong"));
        Assert.Contains("FAIL  desk: ServiceNow at 127.0.0.1: the table incident cannot be read: HTTP 401", output, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_business_rule_is_printed()
    {
        var (code, output, _) = await BotProcess.RunAsync(["servicenow-rule"]);
        Assert.Equal(0, code);
        Assert.Contains("generateMac", output, StringComparison.Ordinal);
    }

    public static TheoryData<string> Faults => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_setting_is_named(string fault) =>
        Assert.Contains(fault, Assert.Single(ServiceNowRules.Faults(Wrong[fault])), StringComparison.Ordinal);

    [Fact]
    public void Right_settings_and_none_are_fine() => Assert.Empty(ServiceNowRules.Faults(Right).Concat(ServiceNowRules.Faults(new())));

    private static ServiceNowOptions Right => new() { InstanceUrl = "https://example.service-now.com", User = "x", Password = "y" };

    private static async Task<DeskCheck> BadAsync(ServiceNowBench bench) =>
        Assert.Single(await bench.Desk.CheckAsync(Cancel), check => !check.IsGood);
}
