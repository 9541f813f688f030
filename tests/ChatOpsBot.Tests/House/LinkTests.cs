using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.House;

/// <summary>Links between the pages of the repository lead somewhere, to the section.</summary>
public sealed partial class LinkTests
{
    // Pages of the provider link to each other by addresses that are not here.
    public static TheoryData<string> Pages =>
        [.. Repository.Files("*.md").Where(path => !path.StartsWith("bot/Domain/Matrix/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        var links = Link().Matches(Repository.Read(page)).Select(link => link.Groups[1].Value);
        var ours = links.Where(link => !link.Contains("://", StringComparison.Ordinal));
        Assert.All(ours, link => Assert.True(Exists(page, link), link));
    }

    private static bool Exists(string page, string link)
    {
        var parts = link.Split('#');
        var path = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        var full = Path.Combine(Repository.Root.FullName, path);
        return Path.Exists(full) && (parts.Length == 1 || Heading().Matches(File.ReadAllText(full)).Any(it => Anchor(it) == parts[1]));
    }

    // As GitHub makes it.
    private static string Anchor(Match heading) =>
        Dropped().Replace(heading.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Dropped();
}
