using System.Net;
using System.Net.Http.Json;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>The fake Teams throttles as the documentation of the real one says.</summary>
public sealed class FakeThrottleTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly HttpClient _http = new();
    private FakeTeams? _teams;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_throttles_only_where_a_test_asks_for_it()
    {
        await StartAsync(null);
        for (var call = 0; call < 60; call++)
            Assert.Equal(HttpStatusCode.Created, (await PostAsync("19:ops@thread.tacv2")).StatusCode);
    }

    [Theory]
    [InlineData(7, 0, 0)]
    [InlineData(8, 0, 1_000)]
    [InlineData(60, 500, 500)]
    public async Task A_thread_that_is_full_is_told_how_long_to_wait(int calls, int pause, int lastPause)
    {
        var throttle = await StartAsync(new(_clock));
        for (var call = 1; call <= calls; call++)
        {
            (await PostAsync($"19:ops@thread.tacv2;messageid={call}")).EnsureSuccessStatusCode();
            if (call < calls)
                _clock.Advance(TimeSpan.FromMilliseconds(call == calls - 1 ? lastPause : pause));
        }

        using var refused = await PostAsync("19:ops@thread.tacv2");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        Assert.Equal(
            (calls, 1),
            (throttle!.Seen("19:ops@thread.tacv2")[FakeVerdict.LetThrough], throttle.Seen("19:ops@thread.tacv2")[FakeVerdict.WindowFull]));
        (await PostAsync("19:dba@thread.tacv2")).EnsureSuccessStatusCode();

        _clock.Advance(TimeSpan.FromSeconds(1));
        (await PostAsync("19:ops@thread.tacv2")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task The_tenant_has_fifty_a_second_for_everything()
    {
        var throttle = await StartAsync(new(_clock));
        for (var call = 0; call < 50; call++)
            (await PostAsync($"19:{call}@thread.tacv2")).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync("19:another@thread.tacv2")).StatusCode);
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await _http.GetAsync($"{_teams!.ServiceUrl}v3/conversations/a/pagedmembers", Stop)).StatusCode);
        Assert.Equal((50, 2), (throttle!.Total[FakeVerdict.LetThrough], throttle.Total[FakeVerdict.WindowFull]));
    }

    [Fact]
    public async Task A_new_thread_counts_for_its_channel()
    {
        var throttle = await StartAsync(new(_clock));
        var body = new
        {
            isGroup = true,
            channelData = new { channel = new { id = "19:ops@thread.tacv2" } },
            activity = new { text = "hello" },
        };
        (await _http.PostAsJsonAsync($"{_teams!.ServiceUrl}v3/conversations", body, Stop)).EnsureSuccessStatusCode();

        Assert.Equal(1, throttle!.Seen("19:ops@thread.tacv2").Total);
    }

    [Fact]
    public async Task A_message_that_is_forgotten_cannot_be_changed()
    {
        await StartAsync(new(_clock, new(Seed: 1, Forgotten: 1)));
        (await PostAsync("a:ana")).EnsureSuccessStatusCode();
        var id = Assert.Single(_teams!.Messages).Id;

        using var answer = await _http.PutAsJsonAsync(
            $"{_teams.ServiceUrl}v3/conversations/a:ana/activities/{id}", new { text = "two" }, Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(_teams.Messages);
    }

    [Fact]
    public async Task A_call_that_hangs_does_nothing_and_one_whose_answer_is_lost_was_carried_out()
    {
        await StartAsync(new(_clock, new(Seed: 1, Hangs: 1)));
        using var stop = new CancellationTokenSource();
        var hanging = _http.PostAsJsonAsync($"{_teams!.ServiceUrl}v3/conversations/a:ana/activities", new { text = "one" }, stop.Token);
        await _teams.NextCallAsync(Stop);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        Assert.Empty(_teams.Messages);

        _teams.Throttle = new(_clock, new(Seed: 1, Lost: 1));
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync("a:ana"));
        Assert.Single(_teams.Messages);
    }

    [Fact]
    public void Troubles_fall_as_often_as_asked_and_the_same_way_each_time()
    {
        var troubles = new FakeTroubles(Seed: 5, Throttled: 0.1, Unavailable: 0.1);
        List<FakeVerdict> Verdicts() =>
            [.. Enumerable.Range(0, 10_000).Select(it => troubles.For($"19:{it % 1_000}@thread.tacv2", it / 1_000))];

        var verdicts = Verdicts();

        Assert.Equal(verdicts, Verdicts());
        Assert.InRange(verdicts.Count(it => it == FakeVerdict.Throttled), 800, 1_200);
        Assert.InRange(verdicts.Count(it => it == FakeVerdict.Unavailable), 800, 1_200);
        Assert.NotEqual(
            verdicts,
            [.. Enumerable.Range(0, 10_000).Select(it => (troubles with { Seed = 6 }).For($"19:{it % 1_000}@thread.tacv2", it / 1_000))]);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_teams is not null)
            await _teams.DisposeAsync();
    }

    private async Task<FakeThrottle?> StartAsync(FakeThrottle? throttle)
    {
        _teams = await FakeTeams.StartAsync(_clock);
        _teams.Throttle = throttle;
        return throttle;
    }

    private Task<HttpResponseMessage> PostAsync(string conversation) => _http.PostAsJsonAsync(
        $"{_teams!.ServiceUrl}v3/conversations/{Uri.EscapeDataString(conversation)}/activities", new { text = "hello" }, Stop);
}
