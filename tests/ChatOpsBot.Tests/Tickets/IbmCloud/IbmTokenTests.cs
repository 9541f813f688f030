using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox.IbmCloud;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>The token for the API key: fetched once, renewed in time, thrown away when IBM does not take it.</summary>
public sealed class IbmTokenTests
{
    [Fact]
    public async Task It_is_kept_and_renewed_at_four_fifths_of_its_life()
    {
        await using var bench = await IbmBench.StartAsync();
        await bench.ChangedAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(47.9));
        await bench.ChangedAsync();
        Assert.Equal(1, bench.Ibm.Count("token"));

        bench.Clock.Advance(TimeSpan.FromMinutes(0.2));
        await bench.ChangedAsync();
        await bench.ChangedAsync();
        Assert.Equal(2, bench.Ibm.Count("token"));
    }

    [Fact]
    public async Task The_key_goes_in_the_form_alone()
    {
        await using var bench = await IbmBench.StartAsync();
        await bench.ChangedAsync();
        var asked = Assert.Single(bench.Ibm.Calls, call => call.Name == "token");
        Assert.Equal($"grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey={FakeIbmCloud.Key}", asked.Body);
        Assert.Equal((FakeIbmCloud.TokenPath, null), (asked.Target, asked.Authorization));
    }

    [Fact]
    public async Task Many_callers_fetch_one()
    {
        await using var bench = await IbmBench.StartAsync();
        var tickets = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => bench.Desk.FindAsync("RST-7K3QZ9", IbmBench.Cancel))));
        Assert.All(tickets, answer => Assert.IsType<DeskAnswer.Refused>(answer));
        Assert.Equal(1, bench.Ibm.Count("token"));
    }

    [Fact]
    public async Task While_it_lives_a_renewal_that_fails_costs_nothing_and_is_tried_again_after_a_minute()
    {
        await using var bench = await IbmBench.StartAsync();
        await bench.ChangedAsync();
        bench.Ibm.Always("token", FakeIbmFaults.Html(503));
        bench.Clock.Advance(TimeSpan.FromMinutes(50));
        for (var times = 0; times < 3; times++)
            Assert.NotNull(await bench.ChangedAsync());
        Assert.Equal(2, bench.Ibm.Count("token"));

        bench.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotNull(await bench.ChangedAsync());
        Assert.Equal(3, bench.Ibm.Count("token"));

        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await bench.ChangedAsync());
        bench.Ibm.Always("token", null);
        Assert.NotNull(await bench.ChangedAsync());
    }

    [Fact]
    public async Task One_that_IBM_does_not_take_any_more_is_replaced_and_the_call_made_again()
    {
        await using var bench = await IbmBench.StartAsync();
        await bench.ChangedAsync();
        bench.Ibm.ForgetTokens();
        IbmBench.Ticket(await bench.OpenAsync());
        Assert.Equal((2, 1), (bench.Ibm.Count("token"), bench.Ibm.Cases.Count));
    }

    [Fact]
    public async Task A_new_one_that_is_not_taken_either_is_for_the_operator()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Always("list", FakeIbmFaults.Empty(401));
        var later = IbmBench.Later(await bench.OpenAsync());
        Assert.Equal((true, false), (later.NeedsOperator, later.IsOutcomeUnknown));
        Assert.StartsWith("IBM: list, HTTP 401. A new token is not taken either", later.Reason, StringComparison.Ordinal);
        Assert.Equal((2, 2), (bench.Ibm.Count("token"), bench.Ibm.Count("list")));
    }

    [Fact]
    public async Task One_that_ends_in_the_middle_of_a_long_list_is_replaced_there()
    {
        await using var bench = await IbmBench.StartAsync();
        for (var number = 0; number < 50; number++)
            bench.Ibm.Add($"case {number}");
        bench.Ibm.Link = link =>
        {
            bench.Ibm.ForgetTokens();
            return link;
        };
        Assert.Equal(50, (await bench.ChangedAsync())!.Count);
        Assert.Equal((3, 5), (bench.Ibm.Count("token"), bench.Ibm.Count("list")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"access_token":null}""")]
    [InlineData("""{"access_token":{"a":1},"expires_in":"soon"}""")]
    public async Task An_answer_without_one_is_a_fault_for_later(string body)
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Always("token", FakeIbmFaults.Json(200, body));
        var later = IbmBench.Later(await bench.OpenAsync());
        Assert.Equal((false, false), (later.NeedsOperator, later.IsOutcomeUnknown));
    }

    [Theory]
    [InlineData("""{"access_token":"opaque","expires_in":"3600"}""", 0)]
    [InlineData("""{"access_token":"a.b.c"}""", 1)]
    public async Task One_that_says_little_of_itself_is_used_all_the_same(string body, int renewals)
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Always("token", FakeIbmFaults.Json(200, body));
        bench.Ibm.Always("list", FakeIbmFaults.Json(200, """{"cases":[]}"""));
        Assert.Empty((await bench.ChangedAsync())!);
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty((await bench.ChangedAsync())!);
        Assert.Equal(1 + renewals, bench.Ibm.Count("token"));
    }
}
