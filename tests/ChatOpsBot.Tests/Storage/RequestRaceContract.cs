using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Of several who change one version of a request, one wins and nothing of the others is kept.</summary>
public abstract class RequestRaceContract(TestDatabase database) : DatabaseContract(database)
{
    [Fact]
    public async Task Of_two_who_change_the_same_version_one_loses()
    {
        var draft = Draft();
        await KeepAsync(draft);
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        await KeepAsync(first, draft.Next() with { Token = "first" });
        await KeepAsync(second, draft.Next() with { Token = "second" });

        await first.SaveChangesAsync(Cancel);
        Assert.True(await LosesAsync(second));
        Assert.Equal("first", (await FindAsync(draft.Id))?.Token);
        Assert.Equal(2, await AuditEntriesAsync(draft.Id));
    }

    [Fact]
    public async Task Of_many_who_change_the_same_version_at_once_exactly_one_wins()
    {
        var request = Draft();
        await KeepAsync(request);
        foreach (var round in Enumerable.Range(0, 5))
        {
            request = request.Next();
            var lost = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(number => Task.Run(() => RaceAsync(request with { Token = $"{round}-{number}" }))));
            Assert.Equal(7, lost.Count(it => it));
            Assert.Equal($"{round}-{lost.IndexOf(false)}", (await FindAsync(request.Id))?.Token);
        }
    }

    [Fact]
    public async Task Whoever_skips_a_version_loses()
    {
        var draft = Draft();
        await KeepAsync(draft);
        await using var db = await OpenAsync();
        await KeepAsync(db, draft.Next().Next());
        Assert.True(await LosesAsync(db));
    }

    [Fact]
    public async Task Two_versions_in_one_unit_of_work_are_both_kept()
    {
        var draft = Draft();
        await KeepAsync(draft, draft.Next());
        await using (var db = await OpenAsync())
        {
            await KeepAsync(db, draft.Next().Next());
            await KeepAsync(db, draft.Next().Next().Next());
            await db.SaveChangesAsync(Cancel);
            await KeepAsync(db, draft.Next().Next().Next().Next());
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(5, (await FindAsync(draft.Id))?.Version);
        Assert.Equal(5, await AuditEntriesAsync(draft.Id));
    }

    [Fact]
    public async Task Two_versions_in_one_unit_of_work_lose_together()
    {
        var draft = Draft();
        await KeepAsync(draft);
        await using var slow = await OpenAsync();
        await KeepAsync(slow, draft.Next());
        await KeepAsync(slow, draft.Next().Next());
        await KeepAsync(draft.Next());

        Assert.True(await LosesAsync(slow));
        Assert.Equal(2, (await FindAsync(draft.Id))?.Version);
    }

    [Fact]
    public async Task The_same_key_is_given_once()
    {
        await KeepAsync(Draft("RST-AAAAA2"));
        await using var db = await OpenAsync();
        await KeepAsync(db, Draft("RST-AAAAA2"));
        Assert.True(await LosesAsync(db));
    }

    [Fact]
    public async Task The_same_request_is_begun_once()
    {
        var draft = Draft();
        await KeepAsync(draft);
        await using var db = await OpenAsync();
        await KeepAsync(db, draft with { Key = "RST-BBBBB2" });
        Assert.True(await LosesAsync(db));
    }

    [Fact]
    public async Task A_request_has_no_version_before_the_first()
    {
        await using var db = await OpenAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => KeepAsync(db, Draft() with { Version = 0 }));
    }

    protected async Task KeepAsync(params Request[] versions)
    {
        foreach (var version in versions)
            await KeepAsync(version, home: null);
    }

    protected Task KeepAsync(Request version, string? home) =>
        CommitAsync(db => new RequestStore(db).PutAsync(version, new("filled", Ana), home, Monday, Cancel));

    protected Task<Request?> FindAsync(Guid id) => AskAsync(db => new RequestStore(db).FindAsync(id, Cancel));

    private static Task KeepAsync(BotDb db, Request version) =>
        new RequestStore(db).PutAsync(version, new("filled", Ana), null, Monday, Cancel);

    private static async Task<bool> LosesAsync(BotDb db)
    {
        try
        {
            await db.SaveChangesAsync(Cancel);
            return false;
        }
        catch (DbUpdateException fault)
        {
            return db.IsConcurrencyConflict(fault);
        }
    }

    private async Task<bool> RaceAsync(Request version)
    {
        await using var db = await OpenAsync();
        await KeepAsync(db, version);
        return await LosesAsync(db);
    }

    private Task<int> AuditEntriesAsync(Guid id) =>
        AskAsync(db => db.RequestAuditEntries.CountAsync(entry => entry.RequestId == id, Cancel));
}
