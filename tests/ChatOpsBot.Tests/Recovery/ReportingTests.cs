using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using static ChatOpsBot.Tests.Recovery.ReportSender;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>DR events as another program declares and moves them.</summary>
public sealed class ReportingTests : IAsyncLifetime
{
    private const string Failover =
        """{"kind": "unplanned-failover", "systems": [{"primary": "LPAR1", "drSide": "LPAR1DR"}], "reason": "power is gone"}""";
    private const string Drill = """{"kind": "drill", "systems": [{"primary": "LPAR1"}]}""";

    private RunningBot _bot = null!;
    private ReportSender _sender = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RunningBot.StartAsync(
            ("Systems:Lpars:0:Name", "LPAR1"), ("Systems:Lpars:0:Production", "true"), ("Systems:Lpars:0:DrPartner", "LPAR1DR"));
        _sender = new ReportSender(_bot);
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task An_event_goes_from_its_declaration_to_news_and_their_correction()
    {
        var (status, body) = await _sender.ReportAsync("declare", Failover);
        Assert.Equal((200, "DR-1", "declared"), (status, (string?)body!["event"], (string?)body["state"]));
        await _sender.PersonStepsAsync(RecoveryState.Approved);

        Assert.Equal(
            200,
            (await _sender.ReportAsync("step", """{"event": "DR-1", "state": "failover-running", "text": "replication stopped"}""")).Status);
        var (_, said) = await _sender.ReportAsync("update", """{"system": "lpar1dr", "text": "IPL at 14:20", "by": "Night shift"}""");
        Assert.Equal(4, (int)said!["line"]!);
        Assert.Equal(200, (await _sender.ReportAsync("correct", """{"event": "dr-1", "line": "last", "text": "IPL at 14:30"}""")).Status);

        var drEvent = await _sender.EventAsync();
        Assert.Equal(RecoveryState.FailoverRunning, drEvent.State);
        Assert.Equal(
            ["power is gone", null, "replication stopped", "IPL at 14:20", "IPL at 14:30"], drEvent.Timeline.Select(line => line.Text));
        Assert.Equal(3, drEvent.Timeline[^1].Corrects);
        Assert.Equal(("reporter:local", "Night shift (local)"), (drEvent.Timeline[3].By!.Id, drEvent.Timeline[3].By!.Name));
        Assert.NotNull(drEvent.AnnouncedAt);
    }

    [Fact]
    public async Task Errands_and_the_answer_are_kept_with_the_event()
    {
        await _sender.ReportAsync("declare", Failover);
        var kinds = await _sender.AskAsync(db =>
            db.Database.SqlQueryRaw<string>("""SELECT "Kind" AS "Value" FROM "OutboxMessage" """)
                .ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["ask-authorities", "end-silence", "redraw-event"], kinds.Order());
        Assert.Equal(1, await _sender.AskAsync(db => db.ReportedEvents.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_same_report_again_gets_the_same_answer_and_changes_nothing()
    {
        await _sender.ReportAsync("declare", Drill);
        var report = Event("same", "update", Data("""{"event": "DR-1", "text": "on its way"}"""));
        var first = await _sender.SendAsync(report);
        await _sender.ReportAsync("update", """{"event": "DR-1", "text": "something else"}""");
        var second = await _sender.SendAsync(report);

        Assert.Equal(200, first.Status);
        Assert.Equal((first.Status, first.Body!.ToJsonString()), (second.Status, second.Body!.ToJsonString()));
        Assert.Equal(3, (await _sender.EventAsync()).Timeline.Count);
    }

    [Fact]
    public async Task A_secret_in_a_report_is_refused()
    {
        await _sender.ReportAsync("declare", Drill);
        var (status, body) = await _sender.ReportAsync("update", """{"event": "DR-1", "text": "password: Sommer2026!"}""");
        Assert.Equal(400, status);
        Assert.Contains("secret (Password)", (string?)body!["detail"], StringComparison.Ordinal);
        Assert.Single((await _sender.EventAsync()).Timeline);
    }

    [Fact]
    public async Task Another_report_of_the_same_id_is_refused_and_changes_nothing()
    {
        await _sender.ReportAsync("declare", Drill);
        Assert.Equal(200, (await _sender.SendAsync(Event("same", "update", Data("""{"event": "DR-1", "text": "on its way"}""")))).Status);
        var (status, body) = await _sender.SendAsync(Event("same", "update", Data("""{"event": "DR-1", "text": "all is lost"}""")));
        Assert.Equal(409, status);
        Assert.Contains("Another report", (string?)body!["detail"], StringComparison.Ordinal);
        Assert.Equal(409, (await _sender.SendAsync(Event("same", "correct", Data("""{"event": "DR-1", "line": "last", "text": "on its way"}""")))).Status);
        Assert.Equal(2, (await _sender.EventAsync()).Timeline.Count);
    }

    [Fact]
    public async Task So_does_one_whose_answer_was_kept_by_an_earlier_version()
    {
        var report = Event("same", "declare", Data(Drill));
        var first = await _sender.SendAsync(report);
        await _sender.AskAsync(db =>
            db.ReportedEvents.ExecuteUpdateAsync(
                row => row.SetProperty(it => it.Answer, first.Body!.ToJsonString()), TestContext.Current.CancellationToken));
        var second = await _sender.SendAsync(report);
        Assert.Equal((200, first.Body!.ToJsonString()), (second.Status, second.Body!.ToJsonString()));
    }

    [Fact]
    public async Task Of_the_same_report_many_times_at_once_one_is_done()
    {
        var report = Event("same", "declare", Data(Failover));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _sender.SendAsync(report)));
        Assert.Single(answers.Select(answer => (answer.Status, answer.Body!.ToJsonString())).Distinct());
        Assert.Single((await _sender.EventAsync()).Timeline);
    }

    [Fact]
    public async Task Different_reports_at_once_are_all_done()
    {
        await _sender.ReportAsync("declare", Drill);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(at => _sender.ReportAsync("update", $$"""{"event": "DR-1", "text": "news {{at}}"}""")));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(21, (await _sender.EventAsync()).Timeline.Count);
    }

    [Fact]
    public async Task A_second_declaration_joins_and_the_real_thing_ends_a_drill()
    {
        await _sender.ReportAsync("declare", Drill);
        Assert.True((bool)(await _sender.ReportAsync("declare", Drill)).Body!["joined"]!);

        var (_, real) = await _sender.ReportAsync("declare", Failover);
        Assert.Equal(["DR-1"], real!["gaveWay"]!.AsArray().Select(key => (string?)key));
        Assert.Equal([RecoveryState.Declared, RecoveryState.Cancelled], (await _sender.EventsAsync()).Select(it => it.State));

        var (status, refused) = await _sender.ReportAsync("declare", Drill);
        Assert.Equal(409, status);
        Assert.Contains("DR-2", (string?)refused!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dr_side_comes_from_the_list_of_systems()
    {
        await _sender.ReportAsync("declare", Drill);
        Assert.Equal(new RecoveryPair("LPAR1", "LPAR1DR"), Assert.Single((await _sender.EventAsync()).Systems));
    }

    [Fact]
    public async Task An_illegal_step_is_answered_with_those_that_are_possible()
    {
        await _sender.ReportAsync("declare", Failover);
        var (status, body) = await _sender.ReportAsync("step", """{"event": "DR-1", "state": "stable"}""");
        Assert.Equal(409, status);
        Assert.Equal(
            "DR-1 is declared. From there it can become approved (by dr-authority), rejected (by dr-authority), cancelled (by dr-coordinator).",
            (string?)body!["detail"]);
        Assert.Equal(["approved", "rejected", "cancelled"], body["possible"]!.AsArray().Select(step => (string?)step!["state"]));
    }

    [Fact]
    public async Task No_program_approves_or_validates()
    {
        await _sender.ReportAsync("declare", Failover);
        var (status, body) = await _sender.ReportAsync("step", """{"event": "DR-1", "state": "approved"}""");
        Assert.Equal((403, "dr-authority"), (status, (string?)body!["by"]![0]));

        foreach (var state in (RecoveryState[])[RecoveryState.Approved, RecoveryState.FailoverRunning, RecoveryState.DrSideActive])
            await _sender.PersonStepsAsync(state);
        (status, body) = await _sender.ReportAsync("step", """{"event": "DR-1", "state": "application-validated"}""");
        Assert.Equal((403, "application-owner"), (status, (string?)body!["by"]![0]));
    }

    [Theory]
    [InlineData("""{"event": "DR-7", "text": "news"}""", "There is no DR event DR-7.")]
    [InlineData("""{"system": "LPAR9", "text": "news"}""", "No DR event is open for LPAR9.")]
    public async Task An_event_that_nobody_knows_is_not_found(string data, string detail)
    {
        var (status, body) = await _sender.ReportAsync("update", data);
        Assert.Equal((404, detail), (status, (string?)body!["detail"]));
    }

    [Fact]
    public async Task Binary_mode_says_the_same_in_headers()
    {
        var (status, body) = await _sender.SendAsync(
            Failover,
            "application/json; charset=utf-8",
            ("ce-specversion", "1.0"),
            ("ce-type", "chatopsbot.dr.declare"),
            ("ce-source", "/monitor"),
            ("ce-id", "b1"));
        Assert.Equal((200, "/monitor", "b1"), (status, (string?)body!["source"], (string?)body["id"]));
    }

    [Fact]
    public async Task A_batch_is_answered_one_by_one_in_order()
    {
        var (status, body) = await _sender.SendAsync(new JsonArray(
            Event("1", "declare", Data(Drill)),
            Event("2", "step", Data("""{"event": "DR-1", "state": "closed"}""")),
            Event("3", "update", Data("""{"event": "DR-1", "text": "news"}""")),
            Event("1", "declare", Data(Drill))));
        Assert.Equal(207, status);
        Assert.Equal(
            [("1", 200), ("2", 409), ("3", 200), ("1", 200)], body!.AsArray().Select(it => ((string?)it!["id"], (int)it["status"]!)));
        Assert.Equal(2, (await _sender.EventAsync()).Timeline.Count);
    }

    [Fact]
    public async Task Of_a_malformed_batch_nothing_is_done()
    {
        var (status, body) = await _sender.SendAsync(
            new JsonArray(Event("1", "declare", Data(Drill)), Event("2", "update", Data("""{"event": "DR-1"}"""))));
        Assert.Equal((400, "[1].data.text"), (status, (string?)body!["errors"]![0]!["field"]));
        Assert.Empty(await _sender.EventsAsync());
    }
}
