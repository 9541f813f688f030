using System.Globalization;
using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using CsvHelper;
using Copy = ChatOpsBot.Storage.Recovery.Delivery;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Who got what, as somebody at a terminal and as a script see it.</summary>
public sealed class DeliveriesCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    private readonly SqliteDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await (await _database.OpenAsync()).DisposeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Events_are_listed_with_how_many_channels_stand_how()
    {
        Assert.Equal((0, "No DR events.\n", ""), await DeliveriesAsync());
        await DeclareAsync();
        var (code, output, errors) = await DeliveriesAsync();
        Assert.Equal((0, ""), (code, errors));
        Assert.Matches(@"DR-1\s+unplanned-failover\s+approved\s+2026-11-23 08:30\s+1\s+1\s+1\s+0\s+2\s+LPAR1", output);

        var line = Assert.Single(Lines((await DeliveriesAsync("--json")).Output));
        Assert.Equal(
            [
                "event", "kind", "state", "systems", "declared", "announced", "version", "sent", "updated", "waiting", "unknown",
                "failed", "behind",
            ],
            line.Select(field => field.Key));
        Assert.Equal((2, 1), ((int)line["failed"]!, (int)line["behind"]!));
        Assert.Equal("LPAR1", (string?)line["systems"]![0]);
        Assert.Contains(
            "DR-1,unplanned-failover,approved,LPAR1,2026-11-23T08:30:00Z,",
            (await DeliveriesAsync("--csv")).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DR-1")]
    [InlineData("dr 1")]
    [InlineData("1")]
    public async Task An_event_shows_what_each_channel_has_got_by_team_and_name(string typed)
    {
        await DeclareAsync();
        var (code, output, errors) = await DeliveriesAsync(typed);
        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith("DR-1  unplanned-failover  approved  LPAR1  version 3\n", output, StringComparison.Ordinal);
        Assert.Contains("to 5 channels: 1 sent, 1 updated, 1 waiting, 0 unknown, 2 failed.", output, StringComparison.Ordinal);
        Assert.Matches(@"Payroll\s+Operations\s+updated\s+3 of 3\s+2026-11-23 08:31:00\s+2026-11-23 08:40:00\s+1x\s*\n", output);
        Assert.Matches(@"Payroll\s+General\s+sent\s+2 of 3\s+2026-11-23 08:31:00\s+next at 2026-11-23 08:45:00\s*\n", output);
        Assert.Matches(@"Sales\s+=cmd\s+failed\s+0 of 3\s+BotNotInConversationRoster: the app is not", output);
        // The last column is broken into lines.
        Assert.Matches(@"failed\s+attempts:\s+3;\s+the\s+channel\s+is\s+paused", output);
        Assert.Matches(@"19:gone\S+\s+failed\s+0 of 3\s+Strange; the channel is no", output);
    }

    [Fact]
    public async Task A_spreadsheet_reads_it_and_takes_nothing_for_a_formula()
    {
        await DeclareAsync();
        var (code, output, _) = await DeliveriesAsync("DR-1", "--csv");
        Assert.Equal(0, code);
        Assert.StartsWith(
            "event,team,channel,channel_id,state,shown_version,newest_version,sent,updated,resent,attempts,fault,why,due,channel_status\r\n",
            output,
            StringComparison.Ordinal);
        Assert.Equal(6, output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        using var csv = new CsvReader(new StringReader(output), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
        IDictionary<string, object> Of(string id) => rows.Single(row => (string)row["channel_id"] == $"19:{id}@thread.tacv2");
        Assert.Equal(("Operations", "2026-11-23T08:40:00Z"), (Of("operations")["channel"], Of("operations")["updated"]));
        Assert.Equal("""Night "shift", Ö""", Of("night")["channel"]);
        Assert.Equal("'=cmd", Of("cmd")["channel"]);
        Assert.Equal("Strange", Of("gone")["fault"]);
    }

    [Fact]
    public async Task A_script_gets_one_object_a_line()
    {
        await DeclareAsync();
        var lines = Lines((await DeliveriesAsync("DR-1", "--json")).Output);
        Assert.Equal(5, lines.Count);
        var one = lines.Single(line => (string?)line["channel"] == "=cmd");
        Assert.Equal(
            ("failed", "BotNotInConversationRoster", "paused", 3),
            ((string?)one["state"], (string?)one["fault"], (string?)one["channel_status"], (int)one["attempts"]!));
        Assert.Contains(lines, line => (string?)line["channel"] == """Night "shift", Ö""");
    }

    [Theory]
    [InlineData(1, "There is no DR event DR-9.", "DR-9")]
    [InlineData(1, "'LPAR1' is not a DR event; their names look like DR-3.", "LPAR1")]
    [InlineData(2, "--csv and --json cannot be combined.", "DR-1", "--csv", "--json")]
    public async Task What_cannot_be_shown_is_told_in_one_line(int code, string told, params string[] arguments) =>
        Assert.Equal((code, "", told + "\n"), await DeliveriesAsync(arguments));

    private static List<JsonObject> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonObject)JsonNode.Parse(line)!)];

    private Task<(int Code, string Output, string Errors)> DeliveriesAsync(params string[] arguments) =>
        BotProcess.RunAsync(["deliveries", .. arguments], "", ("Storage__ConnectionString", _database.ConnectionString));

    private async Task DeclareAsync()
    {
        await using var db = _database.Open();
        var store = new RecoveryStore(db);
        var declared = new EventTransitions(new()).Declare(
            new()
            {
                Kind = RecoveryKind.UnplannedFailover,
                Systems = [new("LPAR1", "LPAR1DR")],
                By = new("aad-ana", "Ana"),
                ApprovedBy = new("aad-eva", "Eva"),
                Tenant = "a tenant",
            },
            [],
            1,
            Monday);
        var drEvent = ((RecoveryChange.Done)declared).Event with { Version = 3 };
        await store.PutAsync(drEvent, null, Monday, Cancel);
        Add(
            "operations",
            "Payroll",
            "Operations",
            new()
            {
                EventId = drEvent.Id,
                ChannelId = "",
                State = DeliveryState.Updated,
                ShownVersion = 3,
                SentAt = Monday.AddMinutes(1),
                UpdatedAt = Monday.AddMinutes(10),
                Resent = 1,
            });
        Add(
            "general",
            "Payroll",
            "General",
            new()
            {
                EventId = drEvent.Id,
                ChannelId = "",
                State = DeliveryState.Sent,
                ShownVersion = 2,
                SentAt = Monday.AddMinutes(1),
                Due = Monday.AddMinutes(15),
            });
        Add(
            "night",
            "Sales",
            """Night "shift", Ö""",
            new()
            {
                EventId = drEvent.Id,
                ChannelId = "",
                State = DeliveryState.Waiting,
            });
        Add(
            "cmd",
            "Sales",
            "=cmd",
            new()
            {
                EventId = drEvent.Id,
                ChannelId = "",
                State = DeliveryState.Failed,
                Fault = "BotNotInConversationRoster",
                Attempt = 3,
            },
            ChannelStatus.Paused);
        db.Deliveries.Add(
            new()
            {
                EventId = drEvent.Id,
                ChannelId = "19:gone@thread.tacv2",
                State = DeliveryState.Failed,
                Fault = "Strange",
            });
        await db.SaveChangesAsync(Cancel);

        void Add(string id, string team, string name, Copy row, ChannelStatus status = ChannelStatus.Open)
        {
            db.Channels.Add(new() { Id = $"19:{id}@thread.tacv2", TeamName = team, Name = name, Status = status, ChangedAt = Monday });
            db.Deliveries.Add(new()
            {
                EventId = row.EventId,
                ChannelId = $"19:{id}@thread.tacv2",
                State = row.State,
                ShownVersion = row.ShownVersion,
                SentAt = row.SentAt,
                UpdatedAt = row.UpdatedAt,
                Resent = row.Resent,
                Due = row.Due,
                Fault = row.Fault,
                Attempt = row.Attempt,
            });
        }
    }
}
