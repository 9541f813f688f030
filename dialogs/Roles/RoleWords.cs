using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;

namespace ChatOpsBot.Dialogs.Roles;

/// <summary>The sentences about roles, in the language of a turn.</summary>
internal sealed class RoleWords(RequestServices services, Turn turn)
{
    private const int LongestName = 60;
    private const int MostNamed = 5;

    public Phrases Words { get; } = services.Words.In(turn.Language);

    public string Elsewhere => Words["roles.elsewhere"];

    public string ForMembers => Words["roles.for_members"];

    public string Unsure => Words["roles.unsure"];

    public string Unchecked => Words["roles.done.unchecked"];

    public string WhoMay(HeldRoles roles) => Administrators(roles, nobody: null) is { } all
        ? Words.Say("roles.may", ("administrators", all))
        : Words["roles.may_nobody"];

    /// <summary>That nobody raises themselves, and who could do it.</summary>
    public string Self(HeldRoles roles, Person who) => Administrators(roles, who.Id) is { } others
        ? Words.Say("roles.self", ("administrators", others))
        : Words[roles.Of(RoleDictionary.Administrator).Count == 0 ? "roles.self_open" : "roles.self_only"];

    public string About(string key, string name) => Words.Say($"roles.{key}", ("name", Short(name)));

    public string Held(string key, string role, string name) => Words.Say($"roles.{key}", ("name", name), ("role", role));

    /// <summary>That somebody has a role by a group alone.</summary>
    public string Through(string role, string name, string group) =>
        Words.Say("roles.group.through", ("name", name), ("role", role), ("group", group));

    /// <param name="members">How many get a role by a group.</param>
    public string Size(int members) =>
        Words.Say("roles.group.counts", ("people", Members(members)));

    /// <param name="count">Null where nobody knows who is in the group.</param>
    public string Members(int? count) => count switch
    {
        null => Words["roles.group.unread"],
        1 => Words["roles.group.one"],
        _ => Words.Say("roles.group.many", ("count", $"{count}")),
    };

    /// <param name="said">What the group was called.</param>
    public string Unknown(GroupFault fault, string said) => fault switch
    {
        GroupFault.OnlyNamed => About("group.only_named", said),
        GroupFault.Missing => About("group.missing", said),
        GroupFault.NotAllowed => Words["roles.group.not_allowed"],
        GroupFault.TooMany => About("group.too_many", said),
        _ => About("group.not_reached", said),
    };

    public string Name(RoleHolder holder) => holder.IsGroup
        ? Words.Say("roles.group.named", ("name", holder.Holder.Name.Length == 0 ? holder.Holder.Id : Short(holder.Holder.Name)))
        : Name(holder.Holder);

    public string Name(Person person) =>
        person.Name.Length == 0 || person.Name == person.Id ? Words.Say("roles.unnamed", ("id", person.Id)) : Short(person.Name);

    /// <summary>What the people of a role do.</summary>
    public string Purpose(string role) =>
        Words.Find($"roles.for.{role}")
        ?? (services.Types.FirstOrDefault(type => type.ApproverRole == role) is { } type
            ? Words.Say("roles.for.type", ("type", services.WordsOf(type, turn.Language).Title))
            : Words["roles.for.above"]);

    public string Nobody => Words[services.Approvals.AnybodyWhereNobodyIsListed ? "roles.anybody" : "roles.nobody"];

    public string Origin(RoleGrant? grant) => grant is null
        ? Words["roles.from_settings"]
        : Words.Say(
            "roles.granted", ("time", new EventTimes(turn.Zone.Id, grant.At, Words).InFull(grant.At)), ("by", Name(grant.By)));

    public string More(int count) => Words.Say("roles.more", ("count", $"{count}"));

    // Who asks for a role is not one of those to be asked.
    private string? Administrators(HeldRoles roles, string? nobody)
    {
        var names = roles.Of(RoleDictionary.Administrator).Where(held => held.Holder.Id != nobody).Select(Name).ToList();
        return names.Count switch
        {
            0 => null,
            > MostNamed => $"{string.Join(", ", names.Take(MostNamed))} {More(names.Count - MostNamed)}",
            _ => string.Join(", ", names),
        };
    }

    private static string Short(string name) => PlainText.Clip(PlainText.Line(name), LongestName);
}
