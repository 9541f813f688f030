using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Tests.Support;
using ChatOpsBot.Tests.Tickets.HandedOver;
using static ChatOpsBot.Tests.Tickets.HandedOver.HandoverBench;

namespace ChatOpsBot.Tests.Tickets.Webhook;

/// <summary>
/// Every fault at every call, and then the call once more until it is done, as the outbox does it: nothing is lost, and whatever comes
/// twice has the same id.
/// </summary>
public sealed class WebhookFaultTests
{
    private const int MostTries = 4;

    private static readonly Dictionary<string, (FakeFault Fault, bool IsTaken)> Faults = new()
    {
        ["hangs"] = (FakeFault.Hang(), false),
        ["hangs after it took it"] = (FakeServiceNowFault.HangAfterwards(), true),
        ["drops the line after it took it"] = (FakeFault.DropAfterAccepting(), true),
        ["cuts its answer"] = (FakeServiceNowFault.Cut(), true),
        ["302"] = (FakeFault.Redirect(302, "https://elsewhere.example/"), false),
        ["400"] = (FakeFault.Refuse(400), false),
        ["401"] = (FakeFault.Refuse(401), false),
        ["404"] = (FakeFault.Refuse(404), false),
        ["408"] = (FakeFault.Refuse(408), false),
        ["409"] = (FakeFault.Refuse(409), false),
        ["429"] = (FakeFault.Throttle(), false),
        ["500"] = (FakeFault.Refuse(500), false),
        ["500 after it took it"] = (FakeServiceNowFault.Refuse(500, isAfterwards: true), true),
        ["502 with a page"] = (FakeServiceNowFault.Page(502), false),
        ["503"] = (FakeFault.Refuse(503), false),
        ["504 after it took it"] = (FakeServiceNowFault.Refuse(504, isAfterwards: true), true),
        ["200 with a page after it took it"] = (FakeServiceNowFault.Page(isAfterwards: true), true),
        ["200 with half JSON"] = (FakeServiceNowFault.Body("{\"number\":"), true),
    };

    private static readonly string[] Calls = ["opened", "changed", "withdrawn", "replied", "file"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_goes_wrong_it_is_there_once_in_the_end(string name)
    {
        var (fault, isTaken) = Faults[name];
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        foreach (var (call, at) in Calls.Select((call, at) => (call, at)))
        {
            var draft = Restore with { Key = $"RST-{at}{name.Length}" };
            var known = call == "opened" ? null : await bench.FiledAsync(draft);
            receiver.Next(fault);
            var before = receiver.Received.Count;
            var isDone = false;
            for (var tries = 0; tries < MostTries && !isDone; tries++)
                isDone = await bench.PatientlyAsync(CallAsync(bench, call, draft, known)) is DeskAnswer.Done;

            Assert.True(isDone, $"{call} was not done.");
            var id = Assert.Single(receiver.Received.Skip(before).Select(it => it.Header("webhook-id")).Distinct());
            Assert.Single(receiver.Taken, it => (string)it["id"]! == id && (string)it["type"]! == $"com.chatopsbot.request.{call}");
            Assert.InRange(receiver.Received.Count - before, isTaken ? 1 : 2, 2);
        }
    }

    [Fact]
    public async Task One_that_is_not_there_can_have_taken_nothing()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        await receiver.GoAwayAsync();
        var later = Assert.IsType<DeskAnswer.NotNow>(await bench.Desk.OpenAsync(Restore, Cancel));
        Assert.False(later.IsOutcomeUnknown || later.NeedsOperator);
    }

    private static Task<DeskAnswer> CallAsync(HandoverBench bench, string call, TicketDraft draft, FiledTicket? known) => call switch
    {
        "opened" => bench.Desk.OpenAsync(draft, Cancel),
        "changed" => bench.Desk.AmendAsync(known!, draft with { Version = 9 }, Cancel),
        "withdrawn" => bench.Desk.WithdrawAsync(known!, Cancel),
        "file" => bench.Desk.AttachAsync(known!, JobLog, Cancel),
        _ => bench.Desk.ReplyAsync(known!, new("A1", DeskReplyKind.Answer, "MBR1", "Ana"), Cancel),
    };
}
