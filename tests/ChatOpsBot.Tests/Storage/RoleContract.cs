using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Roles that are granted and revoked: each change on top of what it was decided on, and each in the audit chain.</summary>
public abstract class RoleContract(TestDatabase database) : DatabaseContract(database)
{
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly Person Ben = new("aad-ben", "Ben");
    private static readonly Person Carla = new("aad-carla", "Carla");

    [Fact]
    public async Task A_grant_is_kept_with_who_gave_it_until_it_is_revoked()
    {
        await CommitAsync(db => new RoleStore(db).Grant(new("dr-authority", Ben, Ana, Monday), 0));
        var grant = Assert.Single(await AskAsync(db => new RoleStore(db).AllAsync(Cancel)));
        Assert.Equal(("dr-authority", Ben, Ana, Monday), (grant.Role, grant.Holder, grant.By, grant.At));

        await CommitAsync(db => new RoleStore(db).Revoke(new("dr-authority", Ben, Carla, Monday.AddHours(1)), 1));
        Assert.Empty(await AskAsync(db => new RoleStore(db).AllAsync(Cancel)));
        Assert.Equal(2, await AskAsync(db => new RoleStore(db).VersionAsync(Cancel)));
        Assert.Equal(
            [("role", "dr-authority", "granted", "aad-ana", "aad-ben"), ("role", "dr-authority", "revoked", "aad-carla", "aad-ben")],
            (await AskAsync(db => Entries(db).ToListAsync(Cancel)))
                .Select(entry => (entry.SubjectKind, entry.SubjectKey, entry.What, entry.ActorId, entry.Detail)));
    }

    [Fact]
    public async Task Of_two_administrators_who_remove_each_other_at_once_one_comes_too_late()
    {
        await CommitAsync(db => new RoleStore(db).Grant(new("administrator", Ana, Carla, Monday), 0));
        await CommitAsync(db => new RoleStore(db).Grant(new("administrator", Ben, Carla, Monday), 1));
        var revocations = new[] { (Of: Ana, By: Ben), (Of: Ben, By: Ana) }.Select(async it =>
        {
            await using var db = await OpenAsync();
            new RoleStore(db).Revoke(new("administrator", it.Of, it.By, Monday), 2);
            return await db.TrySaveChangesAsync(Cancel);
        });

        Assert.Equal([false, true], (await Task.WhenAll(revocations)).Order());
        Assert.Single(await AskAsync(db => new RoleStore(db).AllAsync(Cancel)));
    }

    [Fact]
    public async Task What_somebody_else_revoked_already_cannot_be_revoked()
    {
        await CommitAsync(db => new RoleStore(db).Grant(new("dr-authority", Ben, Ana, Monday), 0));
        await CommitAsync(db => new RoleStore(db).Revoke(new("dr-authority", Ben, Ana, Monday), 1));
        await using var db = await OpenAsync();
        new RoleStore(db).Revoke(new("dr-authority", Ben, Ana, Monday), 2);
        Assert.False(await db.TrySaveChangesAsync(Cancel));
    }

    private static IQueryable<AuditChainEntry> Entries(BotDb db) =>
        db.AuditChainEntries.AsNoTracking().Where(entry => entry.SubjectKind == AuditSubjects.Role).OrderBy(entry => entry.Sequence);
}
