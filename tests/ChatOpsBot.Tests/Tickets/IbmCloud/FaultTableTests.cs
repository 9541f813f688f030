using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.IbmCloud;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>Every fault at every call of everything that is done to a case: nothing is lost, and nothing is done twice.</summary>
public sealed class FaultTableTests
{
    /// <summary>What may be so for a moment: tried again, it goes.</summary>
    private static readonly Dictionary<string, FakeFault> Passing = new()
    {
        ["hangs before"] = FakeFault.Hang(),
        ["hangs after"] = FakeFault.Hang().Afterwards(),
        ["cut before"] = FakeFault.DropAfterAccepting() with { IsAfterwards = false },
        ["cut after"] = FakeFault.DropAfterAccepting(),
        ["cut in the middle"] = FakeIbmFaults.Cut().Afterwards(),
        ["401"] = FakeIbmFaults.Empty(401),
        ["403"] = FakeIbmFaults.Error(403, "Not authorised."),
        ["408"] = FakeIbmFaults.Empty(408),
        ["429"] = FakeFault.Throttle(),
        ["429 with a pause"] = FakeFault.Throttle("50"),
        ["500"] = FakeIbmFaults.Error(500, "Oops."),
        ["500 after"] = FakeIbmFaults.Error(500, "Oops.").Afterwards(),
        ["502"] = FakeIbmFaults.Html(502),
        ["503 without a word"] = FakeIbmFaults.Empty(503),
        ["504 after"] = FakeIbmFaults.Html(504).Afterwards(),
        ["a page with 200"] = FakeIbmFaults.Html(200),
        ["a page with 200 after"] = FakeIbmFaults.Html(200).Afterwards(),
        ["a page with 404"] = FakeIbmFaults.Html(404),
        ["moved"] = FakeFault.Redirect(302, "https://elsewhere.example/"),
        ["nothing"] = FakeIbmFaults.Empty(200),
        ["nothing after"] = FakeIbmFaults.Empty(200).Afterwards(),
        ["no JSON"] = FakeIbmFaults.Json(200, "{\"number\":").Afterwards(),
        ["other JSON"] = FakeIbmFaults.Json(200, "[1,2]").Afterwards(),
    };

    /// <summary>What is meant: it is told, and nothing was done.</summary>
    private static readonly Dictionary<string, FakeFault> Lasting = new()
    {
        ["400"] = FakeIbmFaults.Error(400, "Not like that."),
        ["404"] = FakeIbmFaults.Error(404, "No such case.", "not_found"),
        ["409"] = FakeIbmFaults.Error(409, "Somebody was faster."),
        ["422"] = FakeIbmFaults.Json(422, """{"error":"Not like that."}"""),
        ["413 without a word"] = FakeIbmFaults.Empty(413),
    };

    public static TheoryData<string, string> Rows
    {
        get
        {
            TheoryData<string, string> rows = [];
            foreach (var (action, calls) in DeskActions.Calls)
                foreach (var call in calls)
                    rows.Add(action, call);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_passes_is_done_once_in_the_end(string action, string call)
    {
        await using var bench = await IbmBench.StartAsync(("Desk:TimeLimit", "00:00:05"));
        var number = 0;
        foreach (var (name, fault) in Passing)
        {
            var actions = await DeskActions.PrepareAsync(bench, action, number++);
            // The token is fresh for each: otherwise it would not be asked for.
            bench.Clock.Advance(TimeSpan.FromHours(2));
            bench.Ibm.Next(call, fault);
            var answer = await UntilDoneAsync(bench, actions);
            Assert.True(answer is DeskAnswer.Done, $"{name}: {answer}");
            Assert.True(actions.Effects() == 1, $"{name}: {actions.Effects()} times");
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_lasts_is_told_and_leaves_nothing_behind(string action, string call)
    {
        await using var bench = await IbmBench.StartAsync();
        var number = 0;
        foreach (var (name, fault) in Lasting)
        {
            var actions = await DeskActions.PrepareAsync(bench, action, number++);
            bench.Clock.Advance(TimeSpan.FromHours(2));
            bench.Ibm.Always(call, fault);
            var answer = await actions.DoAsync();
            bench.Ibm.Always(call, null);
            Assert.True(
                answer is DeskAnswer.Refused or DeskAnswer.NotNow { IsOutcomeUnknown: false, NeedsOperator: true },
                $"{name}: {answer}");
            Assert.True(actions.Effects() == 0, $"{name}: {actions.Effects()} times");
        }
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_done_and_that_is_known()
    {
        await using var bench = await IbmBench.StartAsync();
        await bench.ChangedAsync();
        await bench.Ibm.GoAwayAsync();
        var later = IbmBench.Later(await bench.OpenAsync());
        Assert.Equal((false, false), (later.IsOutcomeUnknown, later.NeedsOperator));
        Assert.Null(await bench.Attempts.FindAsync("RST-7K3QZ9", IbmBench.Cancel));
    }

    [Fact]
    public async Task An_answer_that_would_fill_the_memory_is_not_read()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Next("list", FakeIbmFaults.Json(200, $$"""{"cases":[],"more":"{{new string('x', 9 * 1024 * 1024)}}"}"""));
        Assert.Null(await bench.ChangedAsync());
        Assert.NotNull(await bench.ChangedAsync());
    }

    [Fact]
    public async Task A_page_of_the_oldest_is_given_of_a_thousand_changes()
    {
        await using var bench = await IbmBench.StartAsync();
        for (var number = 0; number < 1_000; number++)
            bench.Ibm.Add($"case {number}");
        var page = await bench.ChangedAsync();
        Assert.Equal(bench.Ibm.Cases.Take(100).Select(one => one.Number), page!.Select(update => update.Ticket.Number));
    }

    // As the outbox does it.
    private static async Task<DeskAnswer> UntilDoneAsync(IbmBench bench, DeskActions actions)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await bench.WaitAsync(actions.DoAsync());
            if (answer is not DeskAnswer.NotNow later || tries == 8)
                return answer;
            bench.Clock.Advance(later.After ?? TimeSpan.FromSeconds(30));
        }
    }
}
