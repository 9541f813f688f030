using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;

namespace ChatOpsBot.Dialogs.Roles;

/// <summary>Who holds which role: asked by anybody, changed by administrators, and by nobody for themselves.</summary>
internal sealed class RoleTopic(RequestServices services) : ITopic
{
    public TurnResult? Answer(Turn turn)
    {
        if (turn.Command is not Command.OnRoles said)
            return null;

        var says = new RoleWords(services, turn with { Language = said.Language });
        // A single question in the terminal is answered without a database.
        if (turn.Roles is not { } sight)
            return [new Reply.Say(says.Elsewhere)];
        var roles = new HeldRoles(services.Roles, sight);
        // Who decides what in a company is nothing for others.
        if (turn.Who.IsGuest)
            return [new Reply.Say(says.ForMembers)];
        if (sight.IsUnsure && !RoleNames.All(services).Any(role => roles.Holds(role, turn.Who.Id)))
            return [new Reply.Say(says.Unsure)];
        if (said.Action is RoleAction.Show || said.Role is not { } role || sight.Target is not { } target)
            return [new Reply.Show(RoleCard.Draw(said.Role is { } one ? [one] : RoleNames.All(services), roles, says))];
        if (!MayChange(turn.Who, roles))
            return [new Reply.Say(says.WhoMay(roles))];

        return target switch
        {
            PersonMeant.Known { Person: var meant } when said.Action is RoleAction.Grant => Grant(role, meant, roles, turn, says),
            PersonMeant.Known { Person: var meant } => Revoke(role, new(roles.Named(meant), null, IsGroup: false), roles, says),
            PersonMeant.Group { Entra: var group } when said.Action is RoleAction.Grant => Grant(role, group, roles, turn, says),
            PersonMeant.Group { Entra: var group } =>
                Revoke(role, new(new(group.Id, group.Name), null, IsGroup: true), roles, says),
            PersonMeant.UnknownGroup { Fault: var fault } => [new Reply.Say(says.Unknown(fault, said.Who!))],
            PersonMeant.OnlyNamed => [new Reply.Say(says.About("only_named", said.Who!))],
            PersonMeant.NoMember => [new Reply.Say(says.About("no_member", said.Who!))],
            _ => [new Reply.Say(says.About("not_reached", said.Who!))],
        };
    }

    // In local mode a role without people is open to everybody.
    private bool MayChange(Person who, HeldRoles roles) =>
        who.Id.Length > 0 && !who.IsGuest
        && (roles.Holds(RoleDictionary.Administrator, who.Id)
            || (services.Approvals.AnybodyWhereNobodyIsListed && roles.Of(RoleDictionary.Administrator).Count == 0));

    private static TurnResult Grant(string role, Person meant, HeldRoles roles, Turn turn, RoleWords says)
    {
        if (meant.Id == turn.Who.Id)
            return [new Reply.Say(says.Self(roles, turn.Who))];
        if (meant.IsGuest)
            return [new Reply.Say(says.About("guest", says.Name(meant)))];
        if (roles.Lists(role, meant.Id))
            return [new Reply.Say(says.Held("already", role, says.Name(roles.Named(meant))))];

        // Nobody has looked up a bare object id.
        var note = meant.Name.Length == 0 ? $" {says.Unchecked}" : "";
        return [new Change.GrantRole(role, meant, roles.Version), new Reply.Say(says.Held("done.granted", role, says.Name(meant)) + note)];
    }

    private static TurnResult Grant(string role, EntraGroup group, HeldRoles roles, Turn turn, RoleWords says)
    {
        var holder = new RoleHolder(new(group.Id, group.Name), null, IsGroup: true);
        // To give it to a group that one is in is to give it to oneself.
        if (group.Members.Contains(turn.Who.Id))
            return [new Reply.Say(says.About("group.self", says.Name(holder)))];
        if (roles.Lists(role, group.Id))
            return [new Reply.Say(says.Held("already", role, says.Name(holder)))];

        return
        [
            new Change.GrantRole(role, holder.Holder, roles.Version) { IsGroup = true },
            new Reply.Say($"{says.Held("done.granted", role, says.Name(holder))} {says.Size(group.Members.Count)}"),
        ];
    }

    private static TurnResult Revoke(string role, RoleHolder meant, HeldRoles roles, RoleWords says)
    {
        var name = says.Name(meant);
        if (roles.IsFromSettings(role, meant.Holder.Id))
            return [new Reply.Say(says.Held(meant.IsGroup ? "group.fixed" : "fixed", role, name))];
        if (!roles.Lists(role, meant.Holder.Id))
            return [new Reply.Say(roles.GroupOf(role, meant.Holder.Id) is { } group
                ? says.Through(role, name, says.Name(group))
                : says.Held("not_held", role, name))];
        if (role == RoleDictionary.Administrator && IsLast(meant, roles.Of(role)))
            return [new Reply.Say(says.About("last", name))];

        return
        [
            new Change.RevokeRole(role, meant.Holder, roles.Version) { IsGroup = meant.IsGroup },
            new Reply.Say(says.Held("done.revoked", role, name)),
        ];
    }

    // Who is in a group is decided elsewhere, and not known while Entra does not answer: somebody listed by themselves has to stay.
    private static bool IsLast(RoleHolder leaving, IReadOnlyList<RoleHolder> administrators)
    {
        var others = administrators.Where(it => it.Holder.Id != leaving.Holder.Id).ToList();
        return others.Count == 0 || (!leaving.IsGroup && others.All(it => it.IsGroup));
    }
}
