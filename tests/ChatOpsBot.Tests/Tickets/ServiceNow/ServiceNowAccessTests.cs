using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.ServiceNow;
using static ChatOpsBot.Tests.Tickets.ServiceNow.ServiceNowBench;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>How the bot signs in, and how long it leaves an instance alone that asks for it.</summary>
public sealed class ServiceNowAccessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_token_serves_many_calls_until_a_minute_before_its_end()
    {
        await using var bench = await StartWithAsync(OAuth);
        await bench.FiledAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bench.ChangedAsync()));
        Assert.Equal(1, bench.Instance.SignIn.Issued);

        bench.Clock.Advance(TimeSpan.FromSeconds(1799 - 59));
        Assert.Single(await bench.ChangedAsync());
        Assert.Equal(2, bench.Instance.SignIn.Issued);
    }

    [Fact]
    public async Task Calls_at_once_that_need_a_token_fetch_one()
    {
        await using var bench = await StartWithAsync(OAuth);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bench.ChangedAsync()));
        Assert.Equal(1, bench.Instance.SignIn.Issued);
    }

    [Fact]
    public async Task A_token_that_is_not_accepted_is_thrown_away_once_and_the_record_is_made_once()
    {
        await using var bench = await StartWithAsync(OAuth);
        await bench.ChangedAsync();
        bench.Instance.SignIn.Revoke();
        await bench.FiledAsync();
        Assert.Single(bench.Tables.Of(FakeServiceNowTables.Incident));
        Assert.Equal(2, bench.Instance.SignIn.Issued);
    }

    [Fact]
    public async Task Credentials_that_are_never_accepted_are_the_operators_matter()
    {
        await using var bench = await StartWithAsync(OAuth);
        bench.Instance.Always(call => call.Path.StartsWith("/api/", StringComparison.Ordinal), FakeServiceNowFault.Refuse(401));
        var later = Assert.IsType<DeskAnswer.NotNow>(await bench.OpenAsync());
        Assert.Equal((true, false), (later.NeedsOperator, later.IsOutcomeUnknown));
        Assert.Equal((2, 2), (bench.Instance.SignIn.Issued, bench.Instance.Count("GET", "/incident")));
    }

    [Fact]
    public async Task A_wrong_password_is_not_tried_every_few_seconds()
    {
        await using var bench = await StartWithAsync([("User", FakeServiceNow.User), ("Password", "wrong")]);
        for (var second = 0; second < 59; second += 5)
        {
            Assert.True(Assert.IsType<DeskAnswer.NotNow>(await bench.OpenAsync()).NeedsOperator);
            Assert.Null(await bench.Desk.ChangedAsync(Monday, 100, Cancel));
            bench.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Single(bench.Instance.Received);
    }

    [Fact]
    public async Task A_client_that_the_instance_does_not_know_is_the_operators_matter()
    {
        await using var bench = await StartWithAsync([("ClientId", "other"), ("ClientSecret", "x")]);
        var later = Assert.IsType<DeskAnswer.NotNow>(await bench.OpenAsync());
        Assert.True(later.NeedsOperator);
        Assert.Contains("invalid_client", later.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Instance.Received, call => call.Path.StartsWith("/api/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_instance_that_is_asked_too_often_is_left_alone_as_long_as_it_says(bool saysWhen)
    {
        await using var bench = await StartAsync();
        bench.Instance.Next(
            call => call.Is("POST", "/incident"),
            saysWhen ? FakeServiceNowFault.Throttle(TimeSpan.FromSeconds(90)) : FakeServiceNowFault.Throttle(reset: Monday.AddSeconds(90)));
        var later = Assert.IsType<DeskAnswer.NotNow>(await bench.OpenAsync());
        Assert.Equal((TimeSpan.FromSeconds(90), false), (later.After, later.IsOutcomeUnknown));

        var calls = bench.Instance.Received.Count;
        bench.Clock.Advance(TimeSpan.FromSeconds(80));
        Assert.Null(await bench.Desk.ChangedAsync(Monday, 100, Cancel));
        Assert.Equal(TimeSpan.FromSeconds(10), Assert.IsType<DeskAnswer.NotNow>(await bench.OpenAsync()).After);
        Assert.Equal(calls, bench.Instance.Received.Count);

        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        await bench.FiledAsync();
    }

    [Fact]
    public async Task An_instance_that_sleeps_is_said_to_sleep()
    {
        await using var bench = await StartAsync();
        bench.Instance.Always(_ => true, FakeServiceNowFault.Page());
        var later = Assert.IsType<DeskAnswer.NotNow>(await bench.OpenAsync());
        Assert.Contains("hibernating", later.Reason, StringComparison.Ordinal);
        Assert.False(later.IsOutcomeUnknown);
    }

    [Fact]
    public async Task An_instance_that_is_away_is_known_to_have_made_nothing()
    {
        await using var bench = await StartAsync();
        await bench.Instance.GoAwayAsync();
        Assert.False(Assert.IsType<DeskAnswer.NotNow>(await bench.OpenAsync()).IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_call_ends_in_time()
    {
        await using var bench = await StartAsync();
        bench.Instance.Always(_ => true, FakeFault.Hang());
        var later = Assert.IsType<DeskAnswer.NotNow>(await bench.PatientlyAsync(bench.OpenAsync()));
        Assert.False(later.IsOutcomeUnknown);
    }

    [Theory]
    [InlineData("Operation Failed", "Error during insert of incident: aborted by Business Rule 'Freeze': no changes this week", false)]
    [InlineData("Operation Failed", "ACL Exception Insert Failed due to security constraints", true)]
    [InlineData("Operation Failed", "Data Policy Exception: The following fields are mandatory: Category", true)]
    public async Task Why_it_is_forbidden_is_said_to_whom_it_concerns(string message, string detail, bool isForOperator)
    {
        await using var bench = await StartAsync();
        bench.Instance.Next(call => call.Is("POST", "/incident"), FakeServiceNowFault.Refuse(403, message, detail));
        var answer = await bench.OpenAsync();
        var reason = answer is DeskAnswer.NotNow later ? later.Reason : Assert.IsType<DeskAnswer.Refused>(answer).Reason;
        Assert.Contains(detail, reason, StringComparison.Ordinal);
        Assert.Equal(isForOperator, answer is DeskAnswer.NotNow { NeedsOperator: true, IsOutcomeUnknown: false });
    }
}
