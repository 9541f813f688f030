using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.IbmCloud;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>One case for each request, whatever IBM says to it.</summary>
public sealed class CaseOpeningTests
{
    [Fact]
    public async Task A_request_becomes_a_technical_case()
    {
        await using var bench = await IbmBench.StartAsync(
            ("Desk:IbmCloud:WatchList:0", "bob@client.example"), ("Desk:IbmCloud:CasePage", "https://support.example/cases/{number}"));
        var done = Assert.IsType<DeskAnswer.Done>(await bench.OpenAsync());

        Assert.Equal(("CS4000001", TicketState.New, DeskKind.IbmCloud), (done.Ticket.Number, done.Ticket.State, done.Ticket.Desk));
        Assert.Equal("https://support.example/cases/CS4000001", done.Ticket.Link?.AbsoluteUri);
        Assert.Null(done.Remark);
        var made = Assert.Single(bench.Ibm.Cases);
        Assert.Equal(("[RST-7K3QZ9] Restore PRODLIB", "LPAR: LPAR1\nRequester: Ana", 3), (made.Subject, made.Description, made.Severity));
        Assert.Equal("bob@client.example", (string?)Assert.Single(made.Watchlist)["user_id"]);
        var sent = JsonNode.Parse(Assert.Single(bench.Ibm.Calls, call => call.Name == "create").Body)!;
        Assert.Equal("technical", (string?)sent["type"]);
        Assert.Equal(
            """{"name":"IBM i Managed on PowerVS","type":{"group":"crn_service_name","key":"managed-powervs"}}""", sent["offering"]!.ToJsonString());
    }

    [Fact]
    public async Task Opening_it_again_finds_the_same_case()
    {
        await using var bench = await IbmBench.StartAsync();
        var first = IbmBench.Ticket(await bench.OpenAsync());
        Assert.Equal(first, IbmBench.Ticket(await bench.OpenAsync()));
        await bench.FiledAsync("RST-AAAAA2");
        Assert.Equal((2, 2), (bench.Ibm.Cases.Count, bench.Ibm.Count("create")));
    }

    [Fact]
    public async Task A_case_that_only_speaks_of_the_key_is_another_one()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Add("about RST-7K3QZ9, which is ours");
        Assert.Equal("CS4000002", IbmBench.Ticket(await bench.OpenAsync()).Number);
    }

    [Fact]
    public async Task A_severity_that_IBM_does_not_take_becomes_the_lowest_and_is_told()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Severities.IntersectWith([4]);
        var done = Assert.IsType<DeskAnswer.Done>(await bench.OpenAsync(IbmBench.Restore(severity: Severity.Critical)));

        Assert.Equal("severity", done.Remark);
        Assert.Equal(4, Assert.Single(bench.Ibm.Cases).Severity);
        Assert.Equal("severity", Assert.IsType<DeskAnswer.Done>(await bench.OpenAsync(IbmBench.Restore(severity: Severity.Critical))).Remark);
    }

    [Theory]
    [InlineData(Severity.High, "IBM takes a case neither with severity 2 nor with 4 (“Severity 4 is not allowed for this account”). Please call IBM Cloud support: +1 555 0100.")]
    [InlineData(Severity.Low, "IBM takes no case with severity 4 (“Severity 4 is not allowed for this account”). Please call IBM Cloud support: +1 555 0100.")]
    public async Task Where_no_severity_is_taken_the_requester_is_told_to_call(Severity severity, string reason)
    {
        await using var bench = await IbmBench.StartAsync(("Desk:IbmCloud:Phone", "+1 555 0100"));
        bench.Ibm.Severities.Clear();
        Assert.Equal(reason, IbmBench.Reason(await bench.OpenAsync(IbmBench.Restore(severity: severity))));
        Assert.Empty(bench.Ibm.Cases);
    }

    [Fact]
    public async Task A_plan_without_technical_cases_is_told_as_that()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Plan = "Basic";
        Assert.Equal(
            "IBM takes no technical case from this account: its support plan has none (“Your support plan does not include technical cases”). Please call IBM Cloud support.",
            IbmBench.Reason(await bench.OpenAsync()));
        Assert.Equal(1, bench.Ibm.Count("create"));
    }

    [Theory]
    [InlineData("Desk:IbmCloud:Offering:Key", "another", "IBM does not know this offering: check Desk:IbmCloud:Offering.")]
    [InlineData("Desk:IbmCloud:Offering:Key", "", "Desk:IbmCloud:Offering:Name and Key are not set.")]
    [InlineData("Desk:IbmCloud:ApiKey", "wrong", "BXNIM0415E. Check Desk:IbmCloud:ApiKey and TokenUrl.")]
    public async Task What_the_operator_has_to_change_is_said_to_the_operator(string setting, string value, string reason)
    {
        await using var bench = await IbmBench.StartAsync((setting, value));
        var later = IbmBench.Later(await bench.OpenAsync());
        Assert.Equal((true, false), (later.NeedsOperator, later.IsOutcomeUnknown));
        Assert.EndsWith(reason, later.Reason, StringComparison.Ordinal);
        Assert.Empty(bench.Ibm.Cases);
    }

    [Fact]
    public async Task A_missing_role_is_said_to_the_operator_and_not_tried_twice()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Always("create", FakeIbmFaults.Error(403, "Not authorised.", "forbidden"));
        var later = IbmBench.Later(await bench.OpenAsync());
        Assert.Equal(
            "IBM: create, HTTP 403, forbidden. The service id needs the role Editor on the Support Center, and Viewer on User Management.", later.Reason);
        Assert.True(later.NeedsOperator);
        Assert.Equal(1, bench.Ibm.Count("create"));
    }

    [Fact]
    public async Task What_else_IBM_says_against_it_is_told_as_IBM_says_it()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Always("create", FakeIbmFaults.Error(400, "The subject holds a forbidden word."));
        Assert.Equal(
            "IBM did not take the case (“The subject holds a forbidden word”). Please call IBM Cloud support.", IbmBench.Reason(await bench.OpenAsync()));
    }

    [Fact]
    public async Task After_a_lost_answer_it_is_looked_for_until_the_search_has_caught_up()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.IsSearchBehind = true;
        bench.Ibm.Next("create", FakeFault.DropAfterAccepting());
        Assert.True(IbmBench.Later(await bench.OpenAsync()).IsOutcomeUnknown);

        for (var look = 0; look < 2; look++)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(40));
            Assert.True(IbmBench.Later(await bench.OpenAsync()).IsOutcomeUnknown);
        }

        bench.Ibm.CatchUp();
        bench.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal("CS4000001", IbmBench.Ticket(await bench.OpenAsync()).Number);
        Assert.Equal(1, bench.Ibm.Count("create"));
    }

    [Fact]
    public async Task What_was_not_made_is_asked_for_again_once_it_was_looked_for_long_enough()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Next("create", FakeIbmFaults.Html(502));
        Assert.True(IbmBench.Later(await bench.OpenAsync()).IsOutcomeUnknown);
        for (var look = 0; look < 2; look++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True(IbmBench.Later(await bench.OpenAsync()).IsOutcomeUnknown);
        }

        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("CS4000001", IbmBench.Ticket(await bench.OpenAsync()).Number);
        Assert.Equal(2, bench.Ibm.Count("create"));
    }

    [Fact]
    public async Task Of_two_cases_with_one_key_the_older_is_kept_and_the_younger_resolved()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Add("[RST-7K3QZ9] Restore PRODLIB", FakeIbmCloud.OwnUser);
        bench.Ibm.Add("[RST-7K3QZ9] Restore PRODLIB", FakeIbmCloud.OwnUser);
        bench.Ibm.Add("[RST-7K3QZ9] quoted by somebody");

        Assert.Equal("CS4000001", IbmBench.Ticket(await bench.OpenAsync()).Number);
        Assert.Equal(["New", "Resolved", "New"], bench.Ibm.Cases.Select(one => one.Status));
        Assert.Equal("code 6", bench.Ibm.Cases[1].Resolution);
        Assert.Equal(["Opened twice by mistake. Please work on case CS4000001 instead."], bench.Ibm.Cases[1].Texts);
        Assert.Contains(bench.Log.Lines, line => line.Contains("CS4000002 was opened twice by mistake", StringComparison.Ordinal));

        await bench.OpenAsync();
        Assert.Equal(1, bench.Ibm.Count("status"));
    }

    [Fact]
    public async Task A_second_case_that_comes_late_into_the_search_is_resolved_when_the_known_one_is_read()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.IsSearchBehind = true;
        var lost = bench.Ibm.Add("[RST-7K3QZ9] Restore PRODLIB", FakeIbmCloud.OwnUser);
        var known = IbmBench.Ticket(await bench.OpenAsync());
        bench.Ibm.CatchUp();

        Assert.Equal(TicketState.New, IbmBench.Ticket(await bench.Desk.ReadAsync(known, IbmBench.Cancel)).State);
        Assert.Equal(("Resolved", "New"), (lost.Status, bench.Case(known).Status));
    }

    [Fact]
    public async Task Neither_key_nor_token_nor_text_is_logged()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Next("create", FakeIbmFaults.Html(500));
        await bench.OpenAsync();
        await bench.Desk.CheckAsync(IbmBench.Cancel);
        var token = bench.Ibm.Calls.Select(call => call.Authorization).OfType<string>().First();
        Assert.DoesNotContain(bench.Log.Lines, line => line.Contains(FakeIbmCloud.Key, StringComparison.Ordinal)
            || line.Contains(token.Split(' ')[1], StringComparison.Ordinal) || line.Contains("PRODLIB", StringComparison.Ordinal));
    }
}
