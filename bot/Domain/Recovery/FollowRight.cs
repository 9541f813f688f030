using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>Who may say what a channel follows. Anybody may ask.</summary>
public static class FollowRight
{
    /// <summary>Either is enough.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["dr-coordinator", "dr-authority"];

    /// <summary>
    /// Those in one of the roles, and the owner of the team. Teams tells a bot of no owners, so the owner is whoever added the app to
    /// the team. In local mode, where settings list nobody in these roles, anybody may.
    /// </summary>
    /// <remarks>
    /// The roster of the Bot Connector (<c>pagedmembers</c>) has a <c>userRole</c> for each member; the one value documented to mean
    /// anything is
    /// <c>guest</c> (Teams documentation, "Teams Connect shared and private channels": identifying guests), so nothing there tells an
    /// owner. To let every owner say it takes Microsoft Graph ("List members of team"):
    /// <list type="number">
    /// <item>the resource-specific permission <c>TeamMember.Read.Group</c> (type Application) in the app manifest, below
    /// <c>authorization.permissions.resourceSpecific</c>, with the app id as <c>webApplicationInfo.id</c>; whoever installs the app
    /// consents to it;</item>
    /// <item>a token for <c>https://graph.microsoft.com/.default</c>, got as the bot's own is, in the tenant of the team;</item>
    /// <item><c>GET v1.0/teams/{aadGroupId}/members</c>, page by page; the group's id is <c>aadGroupId</c> of the Connector's
    /// <c>v3/teams/{id}</c>. Owners are those whose <c>roles</c> contain <c>owner</c>; their <c>userId</c> is
    /// <see cref="Person.Id"/>;</item>
    /// <item>a place to keep them by team, filled beside the turns as the names of channels are, since a turn asks nobody.</item>
    /// </list>
    /// </remarks>
    /// <param name="owner">Who added the app to the team, as <see cref="Person.Id"/>; null where that is not known.</param>
    public static bool Has(Person who, string? owner, RecoveryPolicy policy)
    {
        if (who.Id.Length == 0 || who.IsGuest)
            return false;

        var listed = Roles.SelectMany(role => policy.Roles.GetValueOrDefault(role) ?? []).ToList();
        return listed.Contains(who.Id, StringComparer.OrdinalIgnoreCase)
            || string.Equals(who.Id, owner, StringComparison.OrdinalIgnoreCase)
            || (listed.Count == 0 && policy.AnybodyWhereNobodyIsListed);
    }
}
