using System.Text.Json.Nodes;
using ChatOpsBot.Application.Desks.IbmCloud;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.IbmCloud;
using static ChatOpsBot.Tests.Tickets.IbmCloud.IbmBench;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>Files that go into a case.</summary>
public sealed class CaseFileTests
{
    [Fact]
    public async Task A_file_goes_into_the_case_with_its_name_its_type_and_its_bytes()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        Assert.True(bench.Desk.Abilities.HasFlag(DeskAbilities.Attach));
        Assert.Equal(ticket.Number, Ticket(await AttachAsync(bench, ticket)).Number);

        var kept = Assert.Single(bench.Case(ticket).Attachments);
        Assert.Equal(("RST-7K3QZ9-1-job.log", 18L), ((string?)kept["filename"], (long)kept["size_in_bytes"]!));
        var sent = Assert.Single(bench.Ibm.Calls, call => call.Name == "attach");
        Assert.StartsWith("Bearer ", sent.Authorization, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/plain\r\n", sent.Body, StringComparison.Ordinal);
        Assert.Contains("form-data; name=\"file\"; filename=\"RST-7K3QZ9-1-job.log\"\r\n", sent.Body, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nCPF9898 in PRODLIB\r\n", sent.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_there_is_not_sent_again(bool mayBeThere)
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        await AttachAsync(bench, ticket);
        Ticket(await AttachAsync(bench, ticket, JobLog() with { MayBeThere = mayBeThere }));
        Assert.Equal(1, bench.Ibm.Count("attach"));
        // Also where the case was closed meanwhile: it is there.
        bench.Ibm.Works(ticket.Number!, "Closed");
        Assert.Equal(TicketState.Closed, Ticket(await AttachAsync(bench, ticket)).State);
    }

    [Fact]
    public async Task Half_a_file_or_another_one_is_not_this_one()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Case(ticket).Attachments.Add(new() { ["filename"] = JobLog().Name, ["size_in_bytes"] = 5 });
        bench.Case(ticket).Attachments.Add(new() { ["filename"] = "RST-7K3QZ9-2-job.log", ["size_in_bytes"] = 18 });
        Ticket(await AttachAsync(bench, ticket));
        Assert.Equal(3, bench.Case(ticket).Attachments.Count);
    }

    [Fact]
    public async Task One_whose_size_is_not_told_is_this_one_by_its_name()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Case(ticket).Attachments.Add(new JsonObject { ["filename"] = JobLog().Name });
        Ticket(await AttachAsync(bench, ticket));
        Assert.Equal(0, bench.Ibm.Count("attach"));
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_came_the_case_is_read_before_it_is_sent_again()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Ibm.Next("attach", FakeFault.DropAfterAccepting());
        Assert.True(Later(await AttachAsync(bench, ticket)).IsOutcomeUnknown);
        Ticket(await AttachAsync(bench, ticket, JobLog() with { MayBeThere = true }));
        Assert.Single(bench.Case(ticket).Attachments);
        Assert.Equal(1, bench.Ibm.Count("attach"));
    }

    [Fact]
    public async Task A_refusal_names_the_file_and_says_why()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Ibm.Next("attach", FakeIbmFaults.Error(415, "Files of this type are not allowed."));
        Assert.Equal(
            "IBM did not take the file RST-7K3QZ9-1-job.log: Files of this type are not allowed.",
            Reason(await AttachAsync(bench, ticket)));
        bench.Ibm.Next("attach", FakeIbmFaults.Empty(400));
        Assert.Equal("IBM did not take the file RST-7K3QZ9-1-job.log.", Reason(await AttachAsync(bench, ticket)));
        bench.Ibm.Works(ticket.Number!, "Closed");
        Assert.Equal(
            $"Case {ticket.Number} is closed and takes no more files. Please start a new request.",
            Reason(await AttachAsync(bench, ticket)));
        bench.Ibm.Hide(ticket.Number!);
        Assert.Equal($"IBM does not show case {ticket.Number} any more.", Reason(await AttachAsync(bench, ticket)));
    }

    [Fact]
    public async Task One_that_is_too_large_for_IBM_is_refused_before_it_is_sent_and_the_largest_is_taken()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        var before = bench.Ibm.Calls.Count;
        Assert.Equal(
            "IBM takes files of at most 8 MB; RST-7K3QZ9-1-job.log has 8.1 MB.",
            Reason(await AttachAsync(bench, ticket, JobLog() with { Content = new byte[CaseFiles.Largest + 1] })));
        Assert.Equal(before, bench.Ibm.Calls.Count);
        Ticket(await AttachAsync(bench, ticket, JobLog() with { Content = new byte[CaseFiles.Largest] }));
        Assert.Equal(CaseFiles.Largest, (long)Assert.Single(bench.Case(ticket).Attachments)["size_in_bytes"]!);
    }

    [Fact]
    public async Task One_that_something_on_the_way_finds_too_large_is_refused()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Ibm.Next("attach", FakeIbmFaults.Html(413));
        Assert.StartsWith("IBM takes files of at most 8 MB", Reason(await AttachAsync(bench, ticket)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_is_when_IBM_says_and_a_missing_role_is_for_the_operator()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Ibm.Next("attach", FakeFault.Throttle("50"));
        Assert.Equal(TimeSpan.FromSeconds(50), Later(await AttachAsync(bench, ticket)).After);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.Ibm.Next("attach", FakeIbmFaults.Error(403, "Not authorised."));
        var operators = Later(await AttachAsync(bench, ticket));
        Assert.Equal((true, false), (operators.NeedsOperator, operators.IsOutcomeUnknown));
    }

    [Fact]
    public async Task A_large_file_has_longer()
    {
        await using var bench = await StartAsync(("Desk:TimeLimit", "00:00:05"));
        var ticket = await bench.FiledAsync();
        bench.Ibm.Next("attach", FakeFault.Hang());
        var call = AttachAsync(bench, ticket, JobLog() with { Content = new byte[1024 * 1024] });
        while (!bench.Ibm.IsFaultInPlay)
            await Task.Delay(20, Cancel);
        bench.Clock.Advance(TimeSpan.FromSeconds(8.9));
        await Task.Delay(100, Cancel);
        Assert.False(call.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.True(Later(await call).IsOutcomeUnknown);
    }

    private static Task<DeskAnswer> AttachAsync(IbmBench bench, FiledTicket ticket, DeskFile? file = null) =>
        bench.Desk.AttachAsync(ticket, file ?? JobLog(), Cancel);
}
