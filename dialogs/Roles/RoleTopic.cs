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
            PersonMeant.Known { Person: var meant } => Revoke(role, meant, roles, says),
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
        if (roles.Holds(role, meant.Id))
            return [new Reply.Say(says.Held("already", role, roles.Named(meant)))];

        // Nobody has looked up a bare object id.
        var note = meant.Name.Length == 0 ? $" {says.Unchecked}" : "";
        return [new Change.GrantRole(role, meant, roles.Version), new Reply.Say(says.Held("done.granted", role, meant) + note)];
    }

    private static TurnResult Revoke(string role, Person meant, HeldRoles roles, RoleWords says)
    {
        var holder = roles.Named(meant);
        if (roles.IsFromSettings(role, meant.Id))
            return [new Reply.Say(says.Held("fixed", role, holder))];
        if (!roles.Holds(role, meant.Id))
            return [new Reply.Say(says.Held("not_held", role, holder))];
        if (role == RoleDictionary.Administrator && roles.Of(role).Count == 1)
            return [new Reply.Say(says.About("last", says.Name(holder)))];

        return [new Change.RevokeRole(role, holder, roles.Version), new Reply.Say(says.Held("done.revoked", role, holder))];
    }
}
