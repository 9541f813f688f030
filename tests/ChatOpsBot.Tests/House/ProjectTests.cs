using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ChatOpsBot.Tests.House;

/// <summary>Who may know whom, and with which packages.</summary>
public sealed partial class ProjectTests
{
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["cards/ChatOpsBot.Cards.csproj"] = [],
        ["bot/Domain/ChatOpsBot.Domain.csproj"] = [],
        ["bot/Connector/ChatOpsBot.Connector.csproj"] = [],
        ["dialogs/ChatOpsBot.Dialogs.csproj"] = ["ChatOpsBot.Cards", "ChatOpsBot.Domain"],
        ["bot/Storage/ChatOpsBot.Storage.csproj"] = ["ChatOpsBot.Domain"],
        ["bot/Application/ChatOpsBot.Application.csproj"] =
        [
            "ChatOpsBot.Connector",
            "ChatOpsBot.Dialogs",
            "ChatOpsBot.Domain",
            "ChatOpsBot.Storage",
        ],
        ["bot/Sandbox/ChatOpsBot.Sandbox.csproj"] = [],
        ["bot/Host/ChatOpsBot.Host.csproj"] = ["ChatOpsBot.Application", "ChatOpsBot.Sandbox"],
    };

    private static readonly string[] RootEntries =
    [
        ".ci", ".config", ".editorconfig", ".gitattributes", ".github", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "ChatOpsBot.sln",
        "Directory.BannedSymbols.txt", "Directory.Build.props", "Directory.Packages.props", "LICENSE", "README.md", "SECURITY.md",
        "THIRD-PARTY-NOTICES.md", "bot", "cards", "dialogs", "docs", "global.json", "manifest", "nuget.config", "tests",
    ];

    [Fact]
    public void Projects_know_only_whom_the_plan_lets_them_know()
    {
        var found = Repository
            .Files("*.csproj")
            .Where(path => !path.StartsWith("tests/", StringComparison.Ordinal))
            .ToDictionary(
                path => path, path => Included(path, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order().ToArray());
        Assert.Equal(
            References.OrderBy(pair => pair.Key),
            found.OrderBy(pair => pair.Key)!,
            (planned, real) => planned.Key == real.Key && planned.Value.SequenceEqual(real.Value));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("ChatOpsBot.sln").Replace('\\', '/');
        Assert.All(Repository.Files("*.csproj"), project => Assert.Contains(project, solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Packages_are_pinned_in_one_place()
    {
        Assert.All(Repository.Files("*.csproj"), project => Assert.All(
            Elements(project, "PackageReference"), package => Assert.Null(package.Attribute("Version"))));
        Assert.All(Elements("Directory.Packages.props", "PackageVersion"), package =>
            Assert.Matches(ExactVersion(), (string?)package.Attribute("Version")));
    }

    [Fact]
    public void Every_pinned_package_is_asked_for()
    {
        var asked = Repository
            .Files("*.csproj")
            .Append("Directory.Build.props")
            .SelectMany(path => Included(path, "PackageReference"))
            .ToHashSet();
        var pinned = Included("Directory.Packages.props", "PackageVersion").ToHashSet();
        Assert.Subset(pinned, asked);
    }

    [Fact]
    public void Nothing_lies_in_the_root_that_is_not_planned()
    {
        var entries = Repository.Root.EnumerateFileSystemInfos().Select(entry => entry.Name)
            .Except([".git", "artifacts", "TestResults", ".vs", ".idea", "BenchmarkDotNet.Artifacts"]);
        Assert.Subset(RootEntries.ToHashSet(), entries.ToHashSet());
    }

    private static IEnumerable<string> Included(string path, string element) =>
        Elements(path, element).Select(found => ((string?)found.Attribute("Include") ?? "").Replace('\\', '/'));

    private static IEnumerable<XElement> Elements(string path, string element) =>
        XDocument.Parse(Repository.Read(path)).Descendants(element);

    [GeneratedRegex(@"^\d+(\.\d+)+(-[\w.]+)?$")]
    private static partial Regex ExactVersion();
}
