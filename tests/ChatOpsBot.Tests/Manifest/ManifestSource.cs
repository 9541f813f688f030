using System.Text.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.House;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>The files of <c>manifest/</c>, from which every package is made.</summary>
internal static class ManifestSource
{
    public static JsonObject Manifest { get; } = JsonNode.Parse(Text("manifest.json"))!.AsObject();

    /// <summary>The command lists in English, each with the scopes in which it is shown.</summary>
    public static IReadOnlyList<(IReadOnlyList<string> Scopes, IReadOnlyList<string> Titles)> Lists { get; } =
        [.. Manifest["bots"]![0]!["commandLists"]!.AsArray().Select(list => (
            (IReadOnlyList<string>)[.. list!["scopes"]!.AsArray().Select(scope => (string)scope!)],
            (IReadOnlyList<string>)[.. list["commands"]!.AsArray().Select(command => (string)command!["title"]!)]))];

    /// <summary>Files of further languages by language tag.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        Manifest["localizationInfo"]!["additionalLanguages"]!.AsArray()
            .ToDictionary(language => (string)language!["languageTag"]!, language => (string)language!["file"]!);

    /// <summary>Every language of the package.</summary>
    public static IReadOnlyList<string> Languages { get; } = [(string)Manifest["localizationInfo"]!["defaultLanguageTag"]!, .. Files.Keys];

    public static string File(string name) => Path.Combine(Repository.Root.FullName, "manifest", name);

    public static string Text(string name) => System.IO.File.ReadAllText(File(name));

    /// <summary>The texts of a further language by their path in the manifest.</summary>
    public static Dictionary<string, string> Translated(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Text(file))!.Where(text => text.Key != "$schema").ToDictionary();

    /// <summary>A command's title as a person of that language reads it, and sends it.</summary>
    public static string Title(int list, int command, string language) =>
        Files.TryGetValue(language, out var file)
            ? Translated(file)[$"bots[0].commandLists[{list}].commands[{command}].title"]
            : Lists[list].Titles[command];
}
