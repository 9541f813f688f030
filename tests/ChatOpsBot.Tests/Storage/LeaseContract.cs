using ChatOpsBot.Storage.Leases;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Of several that want a lease, one has it.</summary>
public abstract class LeaseContract(TestDatabase database) : DatabaseContract(database)
{
    [Fact]
    public async Task Of_many_that_want_it_at_once_one_gets_it()
    {
        await using (await OpenAsync())
        {
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => TakeAsync(null, $"holder {number}")));

        Assert.Single(taken, it => it);
    }

    [Fact]
    public async Task It_is_taken_from_whom_it_was_seen_with_and_from_nobody_else()
    {
        await TakeAsync(null, "one");
        var seen = await SeeAsync();
        Assert.Equal(new SeenLease("one", Monday), seen);
        Assert.True(await AskAsync(db => Store(db).RenewAsync("one", Monday.AddSeconds(7), Cancel)));

        Assert.False(await TakeAsync(seen, "two"));
        Assert.True(await TakeAsync(await SeeAsync(), "two"));
        Assert.False(await AskAsync(db => Store(db).RenewAsync("one", Monday.AddSeconds(14), Cancel)));
    }

    [Fact]
    public async Task Given_back_it_is_free()
    {
        await TakeAsync(null, "one");
        await GiveBackAsync("another");
        Assert.NotNull(await SeeAsync());

        await GiveBackAsync("one");
        Assert.True(await TakeAsync(null, "two"));
    }

    private Task<SeenLease?> SeeAsync() => AskAsync(db => Store(db).SeeAsync(Cancel));

    private Task<bool> TakeAsync(SeenLease? from, string holder) => AskAsync(db => Store(db).TakeAsync(from, holder, Monday, Cancel));

    private Task<bool> GiveBackAsync(string holder) => AskAsync(async db =>
    {
        await Store(db).GiveBackAsync(holder, Cancel);
        return true;
    });

    private static LeaseStore Store(ChatOpsBot.Storage.BotDb db) => new(db, "task");
}
