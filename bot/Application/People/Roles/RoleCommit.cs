using ChatOpsBot.Connector;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.People;

namespace ChatOpsBot.Application.People.Roles;

/// <summary>Saves what a turn changes of who holds which role, in the turn's own commit.</summary>
public sealed class RoleCommit(RoleRefresh refresh, RoleGroups groups, ILogger<RoleCommit> log)
{
    /// <summary>Saved by the caller.</summary>
    public static void Add(BotDb db, Change change, TurnContext context, DateTimeOffset now)
    {
        var roles = new RoleStore(db);
        if (change is Change.GrantRole grant)
            roles.Grant(new(grant.Role, grant.Holder, context.Who, now) { IsGroup = grant.IsGroup }, grant.Version);
        else if (change is Change.RevokeRole revoke)
            roles.Revoke(new(revoke.Role, revoke.Holder, context.Who, now) { IsGroup = revoke.IsGroup }, revoke.Version);
    }

    /// <summary>Makes it count here before the person reads the answer. Other instances see it within seconds.</summary>
    public async Task ApplyAsync(IReadOnlyList<Change> changes, TurnContext context, CancellationToken cancel)
    {
        foreach (var change in changes)
        {
            if (change is Change.GrantRole grant)
                log.RoleGranted(grant.Role, grant.Holder.Id, context.Who.Id);
            else if (change is Change.RevokeRole revoke)
                log.RoleRevoked(revoke.Role, revoke.Holder.Id, context.Who.Id);
            else
                continue;

            try
            {
                await refresh.ReadAsync(cancel);
                await groups.RefreshAsync(cancel);
            }
            // It is saved; the next look reads it.
            catch (Exception fault) when (!cancel.IsCancellationRequested)
            {
                log.RolesUnreadable(new BareException(fault));
            }
        }
    }
}
