using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox.ServiceNow;
using static ChatOpsBot.Tests.Tickets.ServiceNow.ServiceNowBench;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>What requesters say and want, as the desk gets it.</summary>
public sealed class ServiceNowReplyTests
{
    private static readonly (string, string)[] Solved = [("state", "6"), ("close_code", "Solution provided"), ("close_notes", "It is back.")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_becomes_a_comment_and_the_desk_goes_on()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Work(("state", "3"), ("hold_reason", "1"), ("comments", "Which member?"));
        var now = Done(await SayAsync(bench, ticket, DeskReplyKind.Answer, "MBR1 [code]<script>[/code]"));

        Assert.Equal((TicketState.InProgress, "2"), (now.State, bench.Tables.Only["state"]));
        Assert.Equal("MBR1 (code)<script>(/code)\n\nAna (Teams) [m1]", bench.Tables.CommentsOf(bench.Id)[^1]);
    }

    [Fact]
    public async Task A_word_in_between_changes_no_state()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Work(("state", "3"), ("hold_reason", "4"));
        Assert.Equal(TicketState.OnHold, Done(await SayAsync(bench, ticket, DeskReplyKind.Answer, "Any news?")).State);
    }

    [Fact]
    public async Task A_solution_that_is_accepted_closes_the_ticket_and_keeps_what_the_desk_wrote()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Work(Solved);
        Assert.Equal(TicketState.Closed, Done(await SayAsync(bench, ticket, DeskReplyKind.Accepted, "")).State);
        Assert.Equal(
            ("7", "Solution provided", "It is back."),
            (bench.Tables.Only["state"], bench.Tables.Only["close_code"], bench.Tables.Only["close_notes"]));
        Assert.Equal("Ana (Teams) [m1]", Assert.Single(bench.Tables.CommentsOf(bench.Id)));
    }

    [Theory]
    [InlineData("Comment", false)]
    [InlineData("Close", true)]
    public async Task Where_the_flow_closes_by_itself_an_acceptance_is_a_comment(string acceptance, bool isForbidden)
    {
        await using var bench = await StartAsync(("Acceptance", acceptance));
        var ticket = await bench.FiledAsync();
        bench.Work(Solved);
        if (isForbidden)
            bench.Instance.Next(call => call.Is("PATCH", "/incident"), FakeServiceNowFault.Refuse(403, "Operation Failed", "aborted by Business Rule"));
        Assert.Equal(TicketState.Resolved, Done(await SayAsync(bench, ticket, DeskReplyKind.Accepted, "")).State);
        Assert.Single(bench.Tables.CommentsOf(bench.Id));
    }

    [Fact]
    public async Task What_is_not_solved_is_worked_on_again()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Work(Solved);
        Assert.Equal(TicketState.InProgress, Done(await SayAsync(bench, ticket, DeskReplyKind.NotSolved, "Still empty.")).State);
        Assert.StartsWith("Still empty.", bench.Tables.CommentsOf(bench.Id)[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("8")]
    public async Task What_is_over_takes_no_reply_except_one_that_it_has(string state)
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        await SayAsync(bench, ticket, DeskReplyKind.Answer, "One thing more.");
        bench.Work(("state", state));
        Done(await SayAsync(bench, ticket, DeskReplyKind.Answer, "One thing more."));
        Assert.IsType<DeskAnswer.Refused>(
            await bench.Desk.ReplyAsync(ticket, new("m2", DeskReplyKind.Answer, "And another.", "Ana"), Cancel));
    }

    [Theory]
    [InlineData("Cancel", "8", TicketState.Cancelled)]
    [InlineData("Resolve", "6", TicketState.Resolved)]
    public async Task A_ticket_is_taken_back_as_the_settings_say_and_only_once(string how, string state, TicketState means)
    {
        await using var bench = await StartAsync(("Withdrawal", how));
        var ticket = await bench.FiledAsync();
        Assert.Equal(means, Done(await bench.Desk.WithdrawAsync(ticket, Cancel)).State);
        Assert.Equal(means, Done(await bench.Desk.WithdrawAsync(ticket, Cancel)).State);
        Assert.Equal(state, bench.Tables.Only["state"]);
        Assert.Single(bench.Tables.CommentsOf(bench.Id));
        Assert.Empty(Assert.Single(await bench.ChangedAsync()).Comments);
    }

    [Fact]
    public async Task What_somebody_works_on_is_neither_changed_nor_taken_back()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Work(("state", "2"));
        Assert.IsType<DeskAnswer.Refused>(await bench.Desk.WithdrawAsync(ticket, Cancel));
        Assert.IsType<DeskAnswer.Refused>(await bench.Desk.AmendAsync(ticket, Restore with { Body = "LPAR: LPAR2" }, Cancel));
        Done(await bench.Desk.AmendAsync(ticket, Restore, Cancel));
        Assert.Equal(0, bench.Instance.Count("PATCH", ""));
    }

    [Fact]
    public async Task A_flow_that_keeps_the_state_without_a_word_is_a_refusal()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Instance.Next(
            call => call.Is("PATCH", "/incident"),
            FakeServiceNowFault.Body($$"""{"result": {"sys_id": "{{ticket.Id}}", "number": "{{ticket.Number}}", "state": "1"} }"""));
        Assert.IsType<DeskAnswer.Refused>(await bench.Desk.WithdrawAsync(ticket, Cancel));
    }

    private static Task<DeskAnswer> SayAsync(ServiceNowBench bench, FiledTicket ticket, DeskReplyKind kind, string text) =>
        bench.Desk.ReplyAsync(ticket, new("m1", kind, text, "Ana"), Cancel);
}
