using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Roles;

/// <summary>
/// The roles there are: those of DR events, the approvers of each request type, the one above, the desk, the administrators.
/// </summary>
internal static class RoleNames
{
    public static IReadOnlyList<string> All(RequestServices services) =>
    [
        .. RecoveryPolicy.RoleNames.Values
            .Concat(services.Types.OrderBy(type => type.Order).Select(type => type.ApproverRole))
            .Concat(services.Approvals.EscalateTo is { } above ? [above] : [])
            .Append(RoleDictionary.Desk)
            .Append(RoleDictionary.Administrator)
            .Distinct(),
    ];

    /// <summary>What people call a role, in small letters and without hyphens.</summary>
    public static IEnumerable<string> Called(string role, WordsCatalog words)
    {
        var name = Bare(role);
        return [name, name + "s", .. words.Languages.SelectMany(language => Some(words.In(language), $"roles.say.called.{role}"))];
    }

    /// <summary>What the people of a role approve, as it is called in a question.</summary>
    public static IEnumerable<string> Approved(string role, RequestServices services)
    {
        var words = services.Words;
        return
        [
            .. words.Languages.SelectMany(language => Some(words.In(language), $"roles.say.of.{role}")),
            .. from type in services.Types
               where type.ApproverRole == role
               from language in words.Languages
               from name in (string[])[type.Id, services.WordsOf(type, language).Title, .. services.WordsOf(type, language).About]
               select Bare(name),
        ];
    }

    /// <summary>The same text with spaces for hyphens, so that a place in it is the same place in the original.</summary>
    public static string Bare(string text) => text.Replace('-', ' ').Replace('_', ' ').ToLowerInvariant();

    private static IReadOnlyList<string> Some(Phrases words, string key) => words.Find(key) is null ? [] : words.Several(key);
}
