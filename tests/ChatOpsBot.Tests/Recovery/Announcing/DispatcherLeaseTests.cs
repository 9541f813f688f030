using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Host.Health;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>Which of two instances sends announcements, on clocks that do not agree.</summary>
public sealed class DispatcherLeaseTests : IAsyncDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(7);

    private readonly SqliteDatabase _database = new();
    private readonly FakeTimeProvider _clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly FakeTimeProvider _wrongClock = new(new(2026, 11, 23, 8, 0, 50, TimeSpan.Zero));
    private readonly DispatcherLease _first;
    private readonly DispatcherLease _second;

    public DispatcherLeaseTests() => (_first, _second) = (Lease(_clock), Lease(_wrongClock));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_first_has_it_as_long_as_it_renews_whatever_the_others_clock_says()
    {
        Assert.True(await _first.TryTakeAsync(Cancel));
        for (var second = 0; second < 60; second++)
        {
            Assert.False(await _second.TryTakeAsync(Cancel));
            Assert.True(_first.IsSafe);
            Pass(TimeSpan.FromSeconds(1));
            Assert.True(await _first.RenewAsync(Cancel));
        }
    }

    [Fact]
    public async Task Within_ten_seconds_of_a_death_the_other_has_it_and_the_dead_one_has_stopped_before()
    {
        await _first.TryTakeAsync(Cancel);
        await _second.TryTakeAsync(Cancel);
        Pass(_first.RenewEvery);
        await _first.RenewAsync(Cancel);

        var waited = TimeSpan.Zero;
        while (!await _second.TryTakeAsync(Cancel))
        {
            Pass(_second.LookEvery);
            waited += _second.LookEvery;
            Assert.False(_first.IsSafe && _second.IsSafe);
        }

        Assert.InRange(waited, Length, TimeSpan.FromSeconds(10));
        Assert.False(_first.IsSafe);
        Assert.False(await _first.RenewAsync(Cancel));
    }

    [Fact]
    public async Task Given_back_it_is_the_others_at_once()
    {
        await _first.TryTakeAsync(Cancel);
        await _second.TryTakeAsync(Cancel);
        await _first.GiveBackAsync(Cancel);

        Assert.True(await _second.TryTakeAsync(Cancel));
        Assert.False(_first.IsSafe);
    }

    [Fact]
    public async Task One_that_nobody_has_renewed_for_minutes_is_taken_at_once()
    {
        await _first.TryTakeAsync(Cancel);
        Pass(TimeSpan.FromMinutes(3));

        Assert.True(await _second.TryTakeAsync(Cancel));
    }

    [Fact]
    public async Task Each_time_it_is_held_under_another_name()
    {
        await _first.TryTakeAsync(Cancel);
        var name = _first.Holder;
        await _first.GiveBackAsync(Cancel);
        await _first.TryTakeAsync(Cancel);

        Assert.NotEqual(name, _first.Holder);
    }

    [Fact]
    public async Task Ready_is_who_sees_the_lease_whether_it_has_it_or_not()
    {
        var (first, second) = (new DispatcherCheck(_first, _clock), new DispatcherCheck(_second, _wrongClock));
        await _first.TryTakeAsync(Cancel);
        Pass(TimeSpan.FromSeconds(29));
        await _first.RenewAsync(Cancel);
        await _second.TryTakeAsync(Cancel);
        Pass(TimeSpan.FromSeconds(29));
        Assert.Equal([HealthStatus.Healthy, HealthStatus.Healthy], [await StatusAsync(first), await StatusAsync(second)]);

        Pass(TimeSpan.FromSeconds(2));
        Assert.Equal([HealthStatus.Unhealthy, HealthStatus.Unhealthy], [await StatusAsync(first), await StatusAsync(second)]);
    }

    private void Pass(TimeSpan span)
    {
        _clock.Advance(span);
        _wrongClock.Advance(span);
    }

    private DispatcherLease Lease(TimeProvider clock) =>
        new(new Factory(_database), clock, Options.Create(new AnnouncingOptions { Lease = Length }));

    private static async Task<HealthStatus> StatusAsync(DispatcherCheck check) => (await check.CheckHealthAsync(new(), Cancel)).Status;

    private sealed class Factory(SqliteDatabase database) : IDbContextFactory<BotDb>
    {
        public BotDb CreateDbContext() => throw new NotSupportedException();

        public Task<BotDb> CreateDbContextAsync(CancellationToken cancellationToken = default) => database.OpenAsync();
    }
}
