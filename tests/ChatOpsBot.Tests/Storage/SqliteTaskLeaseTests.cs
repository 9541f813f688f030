using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Leases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Storage;

/// <summary>The right to do a task as its instances have it: each with a clock of its own, which may be wrong.</summary>
public sealed class SqliteTaskLeaseTests() : DatabaseContract(new SqliteDatabase())
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new(Monday);
    private readonly FakeTimeProvider _other = new(Monday);

    [Fact]
    public async Task Who_takes_it_has_it_under_a_name_that_is_new_each_time()
    {
        var lease = Of(_clock);
        Assert.Null(lease.Holder);
        Assert.False(lease.IsSafe);
        Assert.True(await lease.TryTakeAsync(Cancel));
        var first = lease.Holder;
        Assert.NotEmpty(first!);
        Assert.True(lease.IsSafe);

        await lease.GiveBackAsync(Cancel);
        Assert.Null(lease.Holder);
        Assert.True(await lease.TryTakeAsync(Cancel));
        Assert.NotEqual(first, lease.Holder);
    }

    [Fact]
    public async Task It_is_taken_over_when_it_was_seen_unchanged_for_its_whole_length()
    {
        await Of(_clock).TryTakeAsync(Cancel);
        var waiting = Of(_other);
        Assert.False(await waiting.TryTakeAsync(Cancel));
        _other.Advance(Length - TimeSpan.FromMilliseconds(1));
        Assert.False(await waiting.TryTakeAsync(Cancel));
        Assert.Null(waiting.Holder);

        _other.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await waiting.TryTakeAsync(Cancel));
        Assert.NotNull(waiting.Holder);
    }

    [Fact]
    public async Task It_is_not_taken_over_while_it_is_renewed()
    {
        var holder = Of(_clock);
        await holder.TryTakeAsync(Cancel);
        var waiting = Of(_other);
        for (var look = 0; look < 8; look++)
        {
            Assert.False(await waiting.TryTakeAsync(Cancel));
            Advance(Length / 2);
            Assert.True(await holder.RenewAsync(Cancel));
        }
    }

    [Fact]
    public async Task One_that_ran_out_long_ago_is_taken_at_the_first_look()
    {
        await Of(_clock).TryTakeAsync(Cancel);
        _other.Advance(Length + TimeSpan.FromMinutes(2) - TimeSpan.FromMilliseconds(1));
        Assert.False(await Of(_other).TryTakeAsync(Cancel));
        _other.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await Of(_other).TryTakeAsync(Cancel));
    }

    [Fact]
    public async Task It_is_safe_for_four_fifths_of_its_length_from_when_it_was_asked_for()
    {
        var lease = Of(_clock);
        await lease.TryTakeAsync(Cancel);
        _clock.Advance((Length * 0.8) - TimeSpan.FromMilliseconds(1));
        Assert.True(lease.IsSafe);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(lease.IsSafe);

        Assert.True(await lease.RenewAsync(Cancel));
        Assert.True(lease.IsSafe);
        _clock.Advance(Length * 0.8);
        Assert.False(lease.IsSafe);
    }

    [Fact]
    public async Task Who_lost_it_cannot_renew_it_and_whoever_took_it_can()
    {
        var (slow, quick) = (Of(_clock), Of(_other));
        await slow.TryTakeAsync(Cancel);
        await quick.TryTakeAsync(Cancel);
        _other.Advance(Length);
        Assert.True(await quick.TryTakeAsync(Cancel));

        Assert.False(await slow.RenewAsync(Cancel));
        Assert.True(await quick.RenewAsync(Cancel));

        // Giving back what it has lost takes it from nobody.
        await slow.GiveBackAsync(Cancel);
        Assert.True(await quick.RenewAsync(Cancel));
    }

    [Fact]
    public async Task Who_forgot_it_neither_renews_it_nor_gives_it_back()
    {
        var lease = Of(_clock);
        await lease.TryTakeAsync(Cancel);
        lease.Forget();

        Assert.Null(lease.Holder);
        Assert.False(lease.IsSafe);
        Assert.False(await lease.RenewAsync(Cancel));
        await lease.GiveBackAsync(Cancel);
        Assert.False(await Of(_other).TryTakeAsync(Cancel));
    }

    [Fact]
    public async Task Given_back_it_is_free_at_once()
    {
        var (one, two) = (Of(_clock), Of(_other));
        await one.TryTakeAsync(Cancel);
        Assert.False(await two.TryTakeAsync(Cancel));
        await one.GiveBackAsync(Cancel);

        Assert.Null(one.Holder);
        Assert.True(await two.TryTakeAsync(Cancel));
    }

    [Fact]
    public async Task How_long_it_was_not_seen_is_known()
    {
        var lease = Of(_clock);
        Assert.Null(lease.Unseen);
        await lease.TryTakeAsync(Cancel);
        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), lease.Unseen);

        await lease.RenewAsync(Cancel);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(2), lease.Unseen);

        var waiting = Of(_other);
        await waiting.TryTakeAsync(Cancel);
        _other.Advance(TimeSpan.FromSeconds(3));
        await waiting.TryTakeAsync(Cancel);
        _other.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), waiting.Unseen);
    }

    [Fact]
    public async Task It_is_dated_by_the_holders_clock()
    {
        var lease = Of(_clock);
        await lease.TryTakeAsync(Cancel);
        Assert.Equal(Monday + Length, (await SeenAsync())!.Until);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await lease.RenewAsync(Cancel);
        Assert.Equal(new SeenLease(lease.Holder!, Monday + Length + TimeSpan.FromSeconds(10)), await SeenAsync());
    }

    [Fact]
    public void It_is_renewed_and_looked_for_often_enough()
    {
        var lease = Of(_clock);
        Assert.Equal((10, 3), (lease.RenewEvery.TotalSeconds, lease.LookEvery.TotalSeconds));
    }

    private TaskLease Of(TimeProvider clock) => new(new Databases(Database), clock, "task", Length);

    private Task<SeenLease?> SeenAsync() => AskAsync(db => new LeaseStore(db, "task").SeeAsync(Cancel));

    private void Advance(TimeSpan time)
    {
        _clock.Advance(time);
        _other.Advance(time);
    }

    private sealed class Databases(TestDatabase database) : IDbContextFactory<BotDb>
    {
        public BotDb CreateDbContext() => database.Open();

        public Task<BotDb> CreateDbContextAsync(CancellationToken cancellationToken = default) => database.OpenAsync();
    }
}
