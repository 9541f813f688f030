using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox.IbmCloud;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>What a requester does to a case: each once, and only while IBM lets it.</summary>
public sealed class CaseChangesTests
{
    [Fact]
    public async Task What_was_changed_is_written_below_and_once()
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync();
        await bench.Desk.AmendAsync(ticket, IbmBench.Restore(), IbmBench.Cancel);
        Assert.Empty(bench.Case(ticket).Texts);

        var changed = IbmBench.Restore() with { Body = "LPAR: LPAR2" };
        for (var times = 0; times < 2; times++)
        {
            IbmBench.Ticket(await bench.Desk.AmendAsync(ticket, changed, IbmBench.Cancel));
            Assert.StartsWith(
                "Changed by the requester. The request now reads:\n\nLPAR: LPAR2\n\n[", Assert.Single(bench.Case(ticket).Texts), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_change_that_is_changed_back_is_written_too()
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync();
        var (first, second) = (IbmBench.Restore(), IbmBench.Restore() with { Body = "LPAR: LPAR2" });
        foreach (var draft in new[] { second, first, second })
            await bench.Desk.AmendAsync(ticket, draft, IbmBench.Cancel);
        Assert.Equal(3, bench.Case(ticket).Texts.Count);
    }

    [Theory]
    [InlineData("In Progress", "IBM is already working on case CS4000001, so it can no longer be {0}. Ask IBM to stop it.")]
    [InlineData("Waiting on client", "IBM is already working on case CS4000001, so it can no longer be {0}. Ask IBM to stop it.")]
    [InlineData("Something new", "IBM is already working on case CS4000001, so it can no longer be {0}. Ask IBM to stop it.")]
    [InlineData("Resolved", "Case CS4000001 is finished and can no longer be {0}.")]
    [InlineData("Closed", "Case CS4000001 is finished and can no longer be {0}.")]
    public async Task What_somebody_works_on_stays_as_it_is(string status, string reason)
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync(status: status);
        var changed = IbmBench.Restore() with { Body = "LPAR: LPAR2" };
        Assert.Equal(
            reason.Replace("{0}", "changed", StringComparison.Ordinal), IbmBench.Reason(await bench.Desk.AmendAsync(ticket, changed, IbmBench.Cancel)));
        Assert.Equal(
            reason.Replace("{0}", "withdrawn", StringComparison.Ordinal), IbmBench.Reason(await bench.Desk.WithdrawAsync(ticket, IbmBench.Cancel)));
        Assert.Equal((status, 0), (bench.Case(ticket).Status, bench.Case(ticket).Comments.Count));
    }

    [Fact]
    public async Task What_is_taken_back_is_resolved_with_a_word_and_once()
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync();
        for (var times = 0; times < 2; times++)
        {
            var done = Assert.IsType<DeskAnswer.Done>(await bench.Desk.WithdrawAsync(ticket, IbmBench.Cancel));
            Assert.Equal((TicketState.Resolved, 0), (done.Ticket.State, done.Comments.Count));
        }

        Assert.Equal(("code 6", 1), (bench.Case(ticket).Resolution, bench.Ibm.Count("status")));
        Assert.Equal(["Withdrawn by its requester."], bench.Case(ticket).Texts);
    }

    [Fact]
    public async Task An_answer_is_written_once_and_sets_IBM_to_work()
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync(status: "Waiting on client");
        await SayAsync(bench, ticket, DeskReplyKind.Answer, "It is library PRODLIB.");
        await SayAsync(bench, ticket, DeskReplyKind.Answer, "It is library PRODLIB.");
        Assert.Equal(["It is library PRODLIB.\n\nAna (Teams) [m1]"], bench.Case(ticket).Texts);
        Assert.Equal("In Progress", bench.Case(ticket).Status);
    }

    [Theory]
    [InlineData("Resolution provided", "accept", "Closed", TicketState.Closed)]
    [InlineData("Resolved", null, "Resolved", TicketState.Resolved)]
    [InlineData("In Progress", "resolve", "Resolved", TicketState.Resolved)]
    [InlineData("Closed", null, "Closed", TicketState.Closed)]
    public async Task An_acceptance_does_what_the_case_still_needs(string status, string? action, string after, TicketState state)
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync(status: status);
        Assert.Equal(state, IbmBench.Ticket(await SayAsync(bench, ticket, DeskReplyKind.Accepted, "")).State);
        Assert.Equal(state, IbmBench.Ticket(await SayAsync(bench, ticket, DeskReplyKind.Accepted, "")).State);
        Assert.Equal((after, action is null ? 0 : 1), (bench.Case(ticket).Status, bench.Ibm.Count("status")));
        Assert.All(
            bench.Ibm.Calls.Where(call => call.Name == "status"),
            call => Assert.Contains($"\"action\":\"{action}\"", call.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Resolution provided")]
    [InlineData("Resolved")]
    public async Task What_is_not_solved_is_opened_again(string status)
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync(status: status);
        Assert.Equal(TicketState.InProgress, IbmBench.Ticket(await SayAsync(bench, ticket, DeskReplyKind.NotSolved, "Still empty.")).State);
        await SayAsync(bench, ticket, DeskReplyKind.NotSolved, "Still empty.");
        Assert.Equal(("In Progress", 1), (bench.Case(ticket).Status, bench.Ibm.Count("status")));
        Assert.Equal(["Still empty.\n\nAna (Teams) [m1]"], bench.Case(ticket).Texts);
    }

    [Fact]
    public async Task A_closed_case_hears_nothing_more()
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync(status: "Closed");
        Assert.Equal(
            "Case CS4000001 is closed. Please start a new request.",
            IbmBench.Reason(await SayAsync(bench, ticket, DeskReplyKind.NotSolved, "Still empty.")));
    }

    [Fact]
    public async Task A_case_that_IBM_does_not_show_is_refused_and_a_page_of_a_gateway_says_nothing_of_it()
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Ibm.Next("read", FakeIbmFaults.Html(404), FakeIbmFaults.Empty(404));
        Assert.IsType<DeskAnswer.NotNow>(await bench.Desk.ReadAsync(ticket, IbmBench.Cancel));
        Assert.IsType<DeskAnswer.NotNow>(await bench.Desk.ReadAsync(ticket, IbmBench.Cancel));

        bench.Ibm.Hide(ticket.Number!);
        Assert.Equal("IBM does not show case CS4000001 any more.", IbmBench.Reason(await bench.Desk.ReadAsync(ticket, IbmBench.Cancel)));
        Assert.IsType<DeskAnswer.Refused>(await bench.Desk.WithdrawAsync(ticket, IbmBench.Cancel));
        Assert.IsType<DeskAnswer.Refused>(await SayAsync(bench, ticket, DeskReplyKind.Answer, "x"));
    }

    private static Task<DeskAnswer> SayAsync(IbmBench bench, FiledTicket ticket, DeskReplyKind kind, string text) =>
        bench.Desk.ReplyAsync(ticket, new("m1", kind, text, "Ana"), IbmBench.Cancel);
}
