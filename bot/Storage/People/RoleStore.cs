using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.People;

/// <summary>Roles that were granted in chats, in one unit of work: changes are saved by the caller.</summary>
public sealed class RoleStore(BotDb db)
{
    public Task<int> VersionAsync(CancellationToken cancel) => db.RoleVersions.Select(row => row.Version).SingleAsync(cancel);

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<RoleGrant>> AllAsync(CancellationToken cancel)
    {
        var rows = await db.GrantedRoles.AsNoTracking().ToListAsync(cancel);
        return
        [
            .. rows.OrderBy(row => row.At).ThenBy(row => row.HolderId, StringComparer.Ordinal).Select(row =>
                new RoleGrant(row.Role, new(row.HolderId, row.HolderName ?? ""), new(row.ById, row.ByName ?? ""), row.At)),
        ];
    }

    /// <param name="version">What the grant was decided on.</param>
    /// <exception cref="DbUpdateConcurrencyException">When it is saved: roles have changed since that version.</exception>
    public void Grant(string role, Person holder, Person by, int version, DateTimeOffset at)
    {
        Count(version);
        db.GrantedRoles.Add(
            new()
            {
                Role = role,
                HolderId = holder.Id,
                HolderName = holder.Name,
                ById = by.Id,
                ByName = by.Name,
                At = at,
            });
        Audit("granted", role, holder, by, at);
    }

    /// <inheritdoc cref="Grant"/>
    public void Revoke(string role, Person holder, Person by, int version, DateTimeOffset at)
    {
        Count(version);
        db.GrantedRoles.Remove(new() { Role = role, HolderId = holder.Id, ById = "", At = at });
        Audit("revoked", role, holder, by, at);
    }

    private void Count(int version)
    {
        var row = db.RoleVersions.Attach(new() { Version = version });
        row.Entity.Version = version + 1;
    }

    private void Audit(string what, string role, Person holder, Person by, DateTimeOffset at) =>
        db.Audit(new(AuditSubjects.Role, role, what, at) { By = by, Detail = holder.Id });
}
