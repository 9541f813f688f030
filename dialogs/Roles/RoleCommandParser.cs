using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.People.Roles;

namespace ChatOpsBot.Dialogs.Roles;

/// <summary>
/// Reads sentences about who holds which role. A sentence is one of these as a whole or not at all, and names a role by its name: "give
/// JDOE admin rights on LPAR1" and "who approves my holiday" are about something else.
/// </summary>
internal sealed class RoleCommandParser
{
    private const string Who = "{who}";
    private const string What = "{what}";

    private readonly IReadOnlyList<(string Role, string Called)> _called;
    private readonly IReadOnlyList<(string Role, string Approved)> _approved;
    private readonly IReadOnlyList<RoleLanguage> _languages;

    public RoleCommandParser(RequestServices services)
    {
        var (roles, words) = (RoleNames.All(services), services.Words);
        // The longest first: "dr authorities" before "dr authority".
        _called =
        [
            .. roles.SelectMany(role => RoleNames.Called(role, words), (role, called) => (role, called))
                .OrderByDescending(it => it.called.Length),
        ];
        _approved = [.. roles.SelectMany(role => RoleNames.Approved(role, services), (role, approved) => (role, approved))];
        _languages = [.. words.Languages.Select(language => new RoleLanguage(words.In(language)))];
    }

    /// <param name="language">Tried first: some words are said in several languages.</param>
    public Command.OnRoles? Read(string text, string language) =>
        _languages.OrderBy(it => it.Code != language).Select(it => Read(text, it)).FirstOrDefault(said => said is not null);

    private Command.OnRoles? Read(string text, RoleLanguage said)
    {
        var sentence = said.Plain(text);
        if (said.Shows(sentence))
            return new(RoleAction.Show, said.Code);
        if (said.FitAny("roles.say.show_what", What, sentence) is { Length: > 0 } what && Approver(said.Subject(what)) is { } approver)
            return new(RoleAction.Show, said.Code, approver);
        if (Named(sentence, said) is not var (role, isCalledRole, rest))
            return null;

        if (said.FitAny("roles.say.show_role", Who, rest) is not null)
            return isCalledRole || !IsAWordToo(role) ? new(RoleAction.Show, said.Code, role) : null;
        // "Add a note to the desk" makes nobody a member of it.
        if (role == RoleDictionary.Desk && !isCalledRole && !said.IsFormal(sentence))
            return null;
        if (said.FitAny("roles.say.revoke", Who, rest) is { Length: > 0 } loser)
            return Change(RoleAction.Revoke, loser);
        if (said.FitAny("roles.say.appoint", Who, rest) is { Length: > 0 } appointed)
            return Change(RoleAction.Grant, appointed);
        // Somebody who is given "admin rights" is given them on a system, unless it is called a role.
        return said.FitAny("roles.say.grant", Who, rest) is { Length: > 0 } holder && (isCalledRole || role != RoleDictionary.Administrator)
            ? Change(RoleAction.Grant, holder)
            : null;

        Command.OnRoles Change(RoleAction action, string who) => said.Group(who) is { } group
            ? new(action, said.Code, role, group) { IsGroup = true }
            : new(action, said.Code, role, said.IsSelf(who) ? "" : who);
    }

    // People speak of administrators and of the desk who mean no role.
    private static bool IsAWordToo(string role) => role is RoleDictionary.Administrator or RoleDictionary.Desk;

    private string? Approver(string subject) => _approved.FirstOrDefault(it => it.Approved == subject).Role;

    /// <summary>The role that a sentence names, whether it is called one, and the sentence with a mark in its place.</summary>
    private (string Role, bool IsCalledRole, string Sentence)? Named(string sentence, RoleLanguage said)
    {
        var bare = RoleNames.Bare(sentence);
        foreach (var (role, called) in _called)
        {
            var at = WholeWords(bare, called);
            if (at < 0)
                continue;

            var (before, after) = (sentence[..at], sentence[(at + called.Length)..]);
            var isCalledRole = said.CutAround(ref before, ref after);
            return (role, isCalledRole, $"{before}{RoleLanguage.Role}{after}");
        }

        return null;
    }

    private static int WholeWords(string text, string wanted)
    {
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            var end = at + wanted.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return at;
        }

        return -1;
    }
}
