using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.ServiceNow;
using static ChatOpsBot.Tests.Tickets.ServiceNow.ServiceNowBench;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>Files that go into a ticket.</summary>
public sealed class ServiceNowFileTests
{
    private const string Attachments = "sys_attachment";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Table")]
    [InlineData("ImportSet")]
    public async Task A_file_goes_into_the_record_with_its_name_its_type_and_its_bytes(string write)
    {
        await using var bench = await StartAsync(("Write", write), ("StagingTable", "u_chatopsbot_import"));
        var ticket = await bench.FiledAsync();
        Assert.True(bench.Desk.Abilities.HasFlag(DeskAbilities.Attach));
        Assert.Equal(ticket.Number, Done(await AttachAsync(bench, ticket)).Number);

        var kept = Assert.Single(bench.Tables.Of(Attachments));
        Assert.Equal(
            (bench.Id, JobLog.Name, "text/plain", "CPF9898 in PRODLIB"),
            (kept["table_sys_id"], kept["file_name"], kept["content_type"], kept["text"]));
        Assert.Equal(
            FakeServiceNowTables.Incident,
            Assert.Single(bench.Instance.Received, call => call.Is("POST", "/attachment/file")).Query["table_name"].ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_there_is_not_sent_again(bool mayBeThere)
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        await AttachAsync(bench, ticket);
        Done(await AttachAsync(bench, ticket, JobLog with { MayBeThere = mayBeThere }));
        bench.Work(("state", "7"));
        Assert.Equal(TicketState.Closed, Done(await AttachAsync(bench, ticket)).State);
        Assert.Equal(1, bench.Instance.Count("POST", "/attachment/file"));
    }

    [Fact]
    public async Task Half_a_file_is_none()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        await AttachAsync(bench, ticket, JobLog with { Content = "CPF"u8.ToArray() });
        Done(await AttachAsync(bench, ticket));
        Assert.Equal(["3", "18"], bench.Tables.Of(Attachments).Select(file => file["size_bytes"]));
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_came_it_is_looked_for_before_it_is_sent_again()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Instance.Next(call => call.Is("POST", "/attachment/file"), FakeFault.DropAfterAccepting());
        Assert.True(Later(await AttachAsync(bench, ticket)).IsOutcomeUnknown);
        Done(await AttachAsync(bench, ticket, JobLog with { MayBeThere = true }));
        Assert.Single(bench.Tables.Of(Attachments));
    }

    [Fact]
    public async Task An_instance_that_answers_with_the_files_of_others_gets_none_until_the_operator_has_looked()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        await AttachAsync(bench, ticket, JobLog with { Name = "RST-7K3QZ9-2-joblog.txt" });
        bench.Tables.Missing.Add("file_name");
        Assert.True(Later(await AttachAsync(bench, ticket)).NeedsOperator);
        Assert.Single(bench.Tables.Of(Attachments));
    }

    [Theory]
    [InlineData(400, "Upload failed", "Extension log is not allowed", "Upload failed: Extension log is not allowed")]
    [InlineData(403, "Operation Failed", "File type is not allowed", "Operation Failed: File type is not allowed")]
    [InlineData(400, "Attachment exceeds the maximum of 5 MB", null, "Attachment exceeds the maximum of 5 MB")]
    [InlineData(415, "Unsupported media type", null, "Unsupported media type")]
    public async Task A_file_that_the_instance_blocks_is_refused_in_its_words(int status, string message, string? detail, string said)
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Instance.Next(call => call.Is("POST", "/attachment/file"), FakeServiceNowFault.Refuse(status, message, detail));
        Assert.Equal($"The desk does not take RST-7K3QZ9-1-job.log: {said}", Reason(await AttachAsync(bench, ticket)));
    }

    [Fact]
    public async Task One_that_something_on_the_way_finds_too_large_is_refused()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Instance.Next(call => call.Is("POST", "/attachment/file"), FakeServiceNowFault.Page(413));
        Assert.Equal("The desk takes no file of that size: RST-7K3QZ9-1-job.log has 18 bytes.", Reason(await AttachAsync(bench, ticket)));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("8")]
    public async Task A_closed_ticket_takes_none(string state)
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Work(("state", state));
        Assert.Equal(
            $"{ticket.Number} is closed and takes no more files. Please start a new request.", Reason(await AttachAsync(bench, ticket)));
        Assert.Empty(bench.Tables.Of(Attachments));
    }

    [Fact]
    public async Task A_ticket_that_is_gone_takes_none()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Tables.Delete(FakeServiceNowTables.Incident, bench.Id);
        Assert.Equal("The desk does not show this ticket any more.", Reason(await AttachAsync(bench, ticket)));
    }

    [Fact]
    public async Task Later_is_when_the_instance_says_and_a_missing_role_is_for_the_operator()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Instance.Next(call => call.Is("POST", "/attachment/file"), FakeServiceNowFault.Throttle(TimeSpan.FromSeconds(50)));
        Assert.Equal(TimeSpan.FromSeconds(50), Later(await AttachAsync(bench, ticket)).After);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.Instance.Next(
            call => call.Is("POST", "/attachment/file"), FakeServiceNowFault.Refuse(403, "Operation Failed", "ACL restricts the record"));
        var operators = Later(await AttachAsync(bench, ticket));
        Assert.Equal((true, false), (operators.NeedsOperator, operators.IsOutcomeUnknown));
    }

    [Fact]
    public async Task A_large_file_has_longer()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        var isThere = new TaskCompletionSource();
        bench.Instance.Next(
            call => call.Is("POST", "/attachment/file"),
            new(async http =>
            {
                isThere.SetResult();
                await FakeFault.Hang().Play(http);
            }));
        var call = AttachAsync(bench, ticket, JobLog with { Content = new byte[1024 * 1024] });
        await isThere.Task;
        bench.Clock.Advance(TimeSpan.FromSeconds(13.9));
        await Task.Delay(100, Cancel);
        Assert.False(call.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.True(Later(await call).IsOutcomeUnknown);
    }

    private static Task<DeskAnswer> AttachAsync(ServiceNowBench bench, FiledTicket ticket, DeskFile? file = null) =>
        bench.Desk.AttachAsync(ticket, file ?? JobLog, Cancel);

    private static string Reason(DeskAnswer answer) => Assert.IsType<DeskAnswer.Refused>(answer).Reason;

    private static DeskAnswer.NotNow Later(DeskAnswer answer) => Assert.IsType<DeskAnswer.NotNow>(answer);
}
