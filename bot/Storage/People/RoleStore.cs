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
                new RoleGrant(row.Role, new(row.HolderId, row.HolderName ?? ""), new(row.ById, row.ByName ?? ""), row.At)
                {
                    IsGroup = row.IsGroup,
                }),
        ];
    }

    /// <param name="version">What the grant was decided on.</param>
    /// <exception cref="DbUpdateConcurrencyException">When it is saved: roles have changed since that version.</exception>
    public void Grant(RoleGrant grant, int version)
    {
        Count(version);
        db.GrantedRoles.Add(Row(grant));
        Audit("granted", grant);
    }

    /// <param name="revoked">Who revokes it, and when.</param>
    /// <inheritdoc cref="Grant"/>
    public void Revoke(RoleGrant revoked, int version)
    {
        Count(version);
        db.GrantedRoles.Remove(Row(revoked));
        Audit("revoked", revoked);
    }

    private static GrantedRole Row(RoleGrant grant) => new()
    {
        Role = grant.Role,
        HolderId = grant.Holder.Id,
        HolderName = grant.Holder.Name,
        IsGroup = grant.IsGroup,
        ById = grant.By.Id,
        ByName = grant.By.Name,
        At = grant.At,
    };

    private void Count(int version)
    {
        var row = db.RoleVersions.Attach(new() { Version = version });
        row.Entity.Version = version + 1;
    }

    private void Audit(string what, RoleGrant grant) => db.Audit(new(AuditSubjects.Role, grant.Role, what, grant.At)
    {
        By = grant.By,
        Detail = grant.IsGroup ? $"group {grant.Holder.Id}" : grant.Holder.Id,
    });
}
