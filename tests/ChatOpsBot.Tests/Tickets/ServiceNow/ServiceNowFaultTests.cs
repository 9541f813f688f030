using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Tests.Support;
using static ChatOpsBot.Tests.Tickets.ServiceNow.ServiceNowBench;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>
/// Every fault at every request that every call makes, and then the call once more until it is done, as the outbox does it: nothing is
/// lost, and nothing is there twice.
/// </summary>
public sealed class ServiceNowFaultTests
{
    private const int MostTries = 12;

    private static readonly Dictionary<string, FakeFault> Faults = new()
    {
        ["hangs"] = FakeFault.Hang(),
        ["hangs after it did it"] = FakeServiceNowFault.HangAfterwards(),
        ["drops the line after it did it"] = FakeFault.DropAfterAccepting(),
        ["cuts its answer"] = FakeServiceNowFault.Cut(),
        ["401"] = FakeServiceNowFault.Refuse(401),
        ["409"] = FakeServiceNowFault.Refuse(409),
        ["429"] = FakeFault.Throttle(),
        ["429 with a time"] = FakeServiceNowFault.Throttle(TimeSpan.FromSeconds(5)),
        ["500"] = FakeServiceNowFault.Refuse(500),
        ["500 after it did it"] = FakeServiceNowFault.Refuse(500, isAfterwards: true),
        ["502 with a page"] = FakeServiceNowFault.Page(502),
        ["503"] = FakeServiceNowFault.Refuse(503),
        ["504 after it did it"] = FakeServiceNowFault.Refuse(504, isAfterwards: true),
        ["200 with a page"] = FakeServiceNowFault.Page(),
        ["200 with a page after it did it"] = FakeServiceNowFault.Page(isAfterwards: true),
        ["302"] = FakeFault.Redirect(302, "https://elsewhere.example/login"),
        ["empty"] = FakeServiceNowFault.Body(""),
        ["half JSON"] = FakeServiceNowFault.Body("{\"result\":[{\"sys_id\":"),
        ["no result"] = FakeServiceNowFault.Body("{}"),
        ["a null result"] = FakeServiceNowFault.Body("{\"result\":null}"),
        ["a text for a result"] = FakeServiceNowFault.Body("{\"result\":\"soon\"}"),
        ["a number for a document"] = FakeServiceNowFault.Body("7"),
        ["fields of another kind"] = FakeServiceNowFault.Body("{\"result\":{\"sys_id\":null,\"state\":3,\"number\":{}},\"session\":{\"x\":1}}"),
        ["out of time"] = FakeServiceNowFault.Partial(),
    };

    private static readonly string[] Calls = ["open", "find", "read", "amend", "withdraw", "answer", "accept", "not solved", "attach", "changed"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_goes_wrong_it_is_done_once_in_the_end(string fault)
    {
        await using var bench = await StartAsync();
        foreach (var call in Calls)
            foreach (var at in Enumerable.Range(0, await RequestsOfAsync(bench, call)))
                await PlayAsync(bench, call, $"{call.Replace(' ', '-')}-{at}-{fault.Length}", Faults[fault], at);
    }

    // How many requests a call makes where nothing goes wrong.
    private static async Task<int> RequestsOfAsync(ServiceNowBench bench, string call)
    {
        var known = await PreparedAsync(bench, call, $"{call}-well");
        var before = bench.Instance.Received.Count;
        Assert.True(await CallAsync(bench, call, $"{call}-well", known));
        return bench.Instance.Received.Count - before;
    }

    private static async Task PlayAsync(ServiceNowBench bench, string call, string key, FakeFault fault, int at)
    {
        var known = await PreparedAsync(bench, call, key);
        var seen = 0;
        bench.Instance.Next(_ => seen++ == at, fault);
        var isDone = false;
        for (var tries = 0; tries < MostTries && !isDone; tries++)
        {
            isDone = await bench.Clock.RunUntilDone(CallAsync(bench, call, key, known), stepMilliseconds: 50);
            bench.Clock.Advance(TimeSpan.FromSeconds(45));
        }

        bench.Instance.Repair();
        // After a 401 it is silent for a minute.
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(isDone, $"{key} was not done.");
        Check(bench, call, key);
    }

    private static TicketDraft Draft(string key) => Restore with { Key = key, Subject = $"[{key}] Restore" };

    private static async Task<FiledTicket?> PreparedAsync(ServiceNowBench bench, string call, string key)
    {
        if (call == "open")
            return null;

        var ticket = await bench.FiledAsync(Draft(key));
        if (call == "answer")
            bench.Tables.Work(ticket.Id!, "beth", ("state", "3"), ("hold_reason", "1"), ("comments", "Which member?"));
        if (call is "accept" or "not solved")
            bench.Tables.Work(ticket.Id!, "beth", ("state", "6"), ("close_code", "Solution provided"), ("close_notes", "It is back."));
        return ticket;
    }

    // False where it has to be called once more.
    private static async Task<bool> CallAsync(ServiceNowBench bench, string call, string key, FiledTicket? known)
    {
        if (call == "changed")
            return await bench.Desk.ChangedAsync(known!.Changed, 100, Cancel) is { } changed
                && changed.Any(update => update.Ticket.Number == known.Number);

        var answer = call switch
        {
            "open" => await bench.OpenAsync(Draft(key)),
            "find" => await bench.Desk.FindAsync(key, Cancel),
            "read" => await bench.Desk.ReadAsync(known!, Cancel),
            "amend" => await bench.Desk.AmendAsync(known!, Draft(key) with { Body = "LPAR: LPAR2" }, Cancel),
            "withdraw" => await bench.Desk.WithdrawAsync(known!, Cancel),
            "attach" => await bench.Desk.AttachAsync(known!, JobLog with { Name = $"{key}-1-job.log" }, Cancel),
            _ => await bench.Desk.ReplyAsync(known!, new(Mark(key), KindOf(call), "MBR1", "Ana"), Cancel),
        };
        Assert.False(answer is DeskAnswer.Refused && call != "find", $"{key} was refused: {answer}");
        return answer is DeskAnswer.Done;
    }

    private static string Mark(string key) => $"m-{key.Replace(' ', '-')}";

    private static DeskReplyKind KindOf(string call) => call switch
    {
        "accept" => DeskReplyKind.Accepted,
        "not solved" => DeskReplyKind.NotSolved,
        _ => DeskReplyKind.Answer,
    };

    private static void Check(ServiceNowBench bench, string call, string key)
    {
        var record = Assert.Single(bench.Tables.Of(FakeServiceNowTables.Incident), row => row.GetValueOrDefault("correlation_id") == key);
        Assert.Equal(
            call switch { "withdraw" => "8", "answer" or "not solved" => "2", "accept" => "7", _ => "1" },
            record["state"]);
        if (call == "amend")
            Assert.Equal("LPAR: LPAR2", record["description"]);
        if (call == "attach")
            Assert.Single(bench.Tables.Of("sys_attachment"), file => file["table_sys_id"] == record["sys_id"]);
        if (call is "answer" or "accept" or "not solved")
            Assert.Single(bench.Tables.CommentsOf(record["sys_id"]), text => text.Contains($"[{Mark(key)}]", StringComparison.Ordinal));
    }
}
