using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>The files of <c>manifest/</c> as a test sees them.</summary>
internal static class AppPackage
{
    private static readonly Dictionary<string, string> Placeholders = new()
    {
        ["${{TEAMS_APP_ID}}"] = "11111111-2222-3333-4444-555555555555",
        ["${{BOT_APP_ID}}"] = "66666666-7777-8888-9999-000000000000",
        ["${{BOT_DOMAIN}}"] = "bot.example.com",
        ["${{DEVELOPER_NAME}}"] = "Example Operations",
        ["${{DEVELOPER_DOMAIN}}"] = "www.example.com",
    };

    public static string Root { get; } = FindRoot();

    /// <summary>The manifest as an administrator uploads it.</summary>
    public static string Manifest { get; } =
        Placeholders.Aggregate(Text("manifest.json"), (text, placeholder) => text.Replace(placeholder.Key, placeholder.Value, StringComparison.Ordinal));

    public static IReadOnlyList<(string Title, string Description)> Commands { get; } =
        [.. JsonNode.Parse(Manifest)!["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray()
            .Select(command => ((string)command!["title"]!, (string)command["description"]!))];

    /// <summary>Files of further languages by language tag.</summary>
    public static IReadOnlyDictionary<string, string> Languages { get; } =
        JsonNode.Parse(Manifest)!["localizationInfo"]!["additionalLanguages"]!.AsArray()
            .ToDictionary(language => (string)language!["languageTag"]!, language => (string)language!["file"]!);

    public static string File(string name) => Path.Combine(Root, "manifest", name);

    public static string Text(string name) => System.IO.File.ReadAllText(File(name));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "ChatOpsBot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("ChatOpsBot.sln stands in no folder above the tests.");
        return folder.FullName;
    }
}
