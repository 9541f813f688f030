using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;

namespace ChatOpsBot.Dialogs.Roles;

/// <summary>Each role, what it is for, and who holds it since when.</summary>
internal static class RoleCard
{
    private const int Most = 20;
    private const int MostOfOne = 50;

    public static Card Draw(IReadOnlyList<string> names, HeldRoles roles, RoleWords says)
    {
        var most = names.Count == 1 ? MostOfOne : Most;
        return new()
        {
            Summary = says.Words.Say("roles.summary", ("roles", string.Join(", ", names))),
            Language = says.Words.Language,
            Body =
            [
                CardLayout.Title(says.Words["roles.title"]),
                .. names.SelectMany(name => Lines(name, roles, most, says)),
                CardLayout.Line(says.Words["roles.how"]),
            ],
        };
    }

    private static IEnumerable<Element> Lines(string name, HeldRoles roles, int most, RoleWords says)
    {
        var held = roles.Of(name);
        yield return new RichText(
            new TextRun(name) { Weight = TextWeight.Bolder },
            new TextRun($" · {says.Purpose(name)}") { IsSubtle = true })
        {
            Spacing = Spacing.Medium,
        };
        if (held.Count == 0)
            yield return new RichText(new TextRun(says.Nobody)) { Spacing = Spacing.Small };

        // Names come from outside, so they are drawn without markdown.
        foreach (var holder in held.Take(most))
        {
            var size = holder.IsGroup ? $" · {says.Members(roles.Members(holder)?.Count)}" : "";
            yield return new RichText(
                new TextRun($"• {says.Name(holder)}"), new TextRun($"{size} · {says.Origin(holder.Grant)}") { IsSubtle = true })
            {
                Spacing = Spacing.Small,
            };
        }

        if (held.Count > most)
            yield return new RichText(new TextRun(says.More(held.Count - most))) { Spacing = Spacing.Small };
    }
}
