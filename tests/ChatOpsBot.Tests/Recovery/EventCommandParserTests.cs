using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery.Saying;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Tests.Dialogs;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Sentences about DR events, and those that only look like one.</summary>
public sealed class EventCommandParserTests
{
    private static readonly Inventory Systems = Assert.IsType<InventoryReading.Right>(Inventory.Read(
    [
        new() { Name = "LPAR1", IsProduction = true, DrPartner = "LPAR1DR" },
        new() { Name = "LPAR3", IsProduction = true, DrPartner = "LPAR3DR" },
        new() { Name = "LPAR2", IsProduction = false },
    ])).Inventory;

    [Theory]
    [InlineData("DR-3", "Show 3")]
    [InlineData("dr-03?", "Show 3")]
    [InlineData("what about DR-3", "Show 3")]
    [InlineData("status of DR-3", "Show 3")]
    [InlineData("Wie steht es um DR-3?", "Show 3")]
    [InlineData("approve DR-3", "Approve 3")]
    [InlineData("DR-3 freigeben", "Approve 3")]
    [InlineData("deliveries DR-3", "Deliveries 3")]
    [InlineData("who got DR-3?", "Deliveries 3")]
    [InlineData("Zustellungen DR-3", "Deliveries 3")]
    [InlineData("announce DR-3", "Announce 3")]
    [InlineData("update DR-3: replication stopped, switching now", "Say 3 | replication stopped, switching now")]
    [InlineData("update DR-3 replication stopped", "Say 3 | replication stopped")]
    [InlineData("DR-3: switching at 10:30 now", "Say 3 | switching at 10:30 now")]
    [InlineData("Neues zu DR-3: Replikation angehalten", "Say 3 | Replikation angehalten")]
    [InlineData("correct DR-3: it was volume 2", "Correct 3 | it was volume 2")]
    [InlineData("Berichtigung zu DR-3: es war Volume 2", "Correct 3 | es war Volume 2")]
    [InlineData("DR-3 failover running", "Step 3 FailoverRunning")]
    [InlineData("start the failover DR-3: users are off", "Step 3 FailoverRunning | users are off")]
    [InlineData("DR-3 is stable", "Step 3 Stable")]
    [InlineData("DR-3 dr side is up", "Step 3 DrSideActive")]
    [InlineData("validate DR-3", "Step 3 ApplicationValidated")]
    [InlineData("DR-3 Anwendungen laufen: Auftragserfassung geprüft", "Step 3 ApplicationValidated | Auftragserfassung geprüft")]
    [InlineData("close DR-3", "Step 3 Closed")]
    [InlineData("call off DR-3", "Step 3 Cancelled")]
    [InlineData("DR-3 absagen", "Step 3 Cancelled")]
    [InlineData("reject DR-3: wrong LPAR", "Step 3 Rejected | wrong LPAR")]
    [InlineData("go ahead alone DR-3: Ben cannot be reached", "GoAlone 3 | Ben cannot be reached")]
    [InlineData("dr events", "List")]
    [InlineData("Which DR events are open?", "List")]
    [InlineData("Aktuelle DR-Ereignisse", "List")]
    [InlineData("show me the events page", "Page")]
    [InlineData("deliveries", "Deliveries")]
    [InlineData("update: replication stopped", "Say | replication stopped")]
    public void Is_read(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("declare a failover for LPAR1", "UnplannedFailover LPAR1>LPAR1DR")]
    [InlineData("declare a failover for LPAR1: the site is down", "UnplannedFailover LPAR1>LPAR1DR | the site is down")]
    [InlineData(
        "We declare a disaster for LPAR1 and lpar3 because the data centre burns",
        "UnplannedFailover LPAR1>LPAR1DR,LPAR3>LPAR3DR | the data centre burns")]
    [InlineData("declare a failover for LPAR1, the site is dark", "UnplannedFailover LPAR1>LPAR1DR | the site is dark")]
    [InlineData("declare a failover for LPAR1, LPAR3", "UnplannedFailover LPAR1>LPAR1DR,LPAR3>LPAR3DR")]
    [InlineData("declare a planned switch of LPAR3", "PlannedSwitch LPAR3>LPAR3DR")]
    [InlineData("declare a drill for LPAR1", "Drill LPAR1>LPAR1DR")]
    [InlineData("please declare a DR test on LPAR1", "Drill LPAR1>LPAR1DR")]
    [InlineData("declare an unplanned switch of LPAR1", "UnplannedFailover LPAR1>LPAR1DR")]
    [InlineData("declare a failover to LPAR1DR", "UnplannedFailover LPAR1>LPAR1DR")]
    [InlineData("we declare a DR event", "? ")]
    [InlineData("Rufe einen Failover für LPAR1 aus: der Standort ist weg", "UnplannedFailover LPAR1>LPAR1DR | der Standort ist weg")]
    [InlineData("Wir erklären den Katastrophenfall für LPAR1", "UnplannedFailover LPAR1>LPAR1DR")]
    [InlineData("activate DR for LPAR1", "? LPAR1>LPAR1DR (perhaps)")]
    public void Is_a_declaration(string text, string expected)
    {
        var said = Assert.IsType<DeclarationDraft>(Said(text, Systems)?.Declared);
        var systems = string.Join(',', said.Systems.Select(pair => $"{pair.Primary}>{pair.DrSide}"));
        Assert.Equal(
            expected,
            $"{said.Kind?.ToString() ?? "?"} {systems}{(said.Reason is null ? "" : $" | {said.Reason}")}{(said.IsPlain ? "" : " (perhaps)")}");
    }

    [Theory]
    [InlineData("who declares a failover?")]
    [InlineData("declare a failover for LPAR1？")]
    [InlineData("declare a failover for LPAR1؟")]
    [InlineData("how do we declare a disaster")]
    [InlineData("request a DR failover for LPAR1")]
    [InlineData("please fail over LPAR1 on Saturday 22:00")]
    [InlineData("start the failover from LPAR9 to LPAR10")]
    [InlineData("move us from PROD6 over to DR6, primary is dead")]
    [InlineData("update the operating system")]
    [InlineData("who is responsible for disaster recovery?")]
    [InlineData("declare")]
    [InlineData("XDR-3")]
    [InlineData("DR-3X")]
    [InlineData("DR-0")]
    public void Is_about_something_else(string text) => Assert.Null(Said(text, Systems));

    [Fact]
    public void An_lpar_of_that_name_is_the_lpar()
    {
        var systems = Assert
            .IsType<InventoryReading.Right>(
                Inventory.Read([
                    new()
                    {
                        Name = "DR-3",
                        IsProduction = true,
                        HasDr = true,
                    },
                ]))
            .Inventory;
        Assert.Null(Said("status of DR-3", systems));
    }

    private static Command.OnEvent? Said(string text, Inventory systems)
    {
        var services = TestKit.Of(systems: systems);
        return EventCommandParser.Read(text, services.Sentences.Read(text, null, null), services);
    }

    private static string? Read(string text) =>
        Said(text, Systems) is { } said
            ? $"{said.Action}{(said.Number is { } number ? $" {number}" : "")}{(said.To is { } to ? $" {to}" : "")}{(said.Text is { } news ? $" | {news}" : "")}"
            : null;
}
