using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ChatOpsBot.Tests.House;

/// <summary>Makes THIRD-PARTY-NOTICES.md of what is locked for the host, and of what the packages say of themselves.</summary>
internal static class Notices
{
    public const string File = "THIRD-PARTY-NOTICES.md";

    private const string Locked = "bot/Host/packages.lock.json";

    // A package that names no licence of the SPDX list, and what stands behind the address or in the file that it names instead.
    private static readonly Dictionary<string, string> Read = new()
    {
        ["J2N"] = "Apache-2.0",
        ["Lucene.Net"] = "Apache-2.0",
        ["Lucene.Net.Analysis.Common"] = "Apache-2.0",
        ["Microsoft.Rest.ClientRuntime"] = "MIT",
    };

    private static string Cache => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public static string Make()
    {
        var packages = Packages().ToList();
        var text = new StringBuilder("""
            # Third-party notices

            The bot is published together with these packages, each under its own licence. Made from `bot/Host/packages.lock.json` by a test
            (`CHATOPSBOT_ACCEPT=1`). Whose copyright it is stands on the page of each; the notice of Lucene.NET lies beside the program.

            | package | version | licence | page |
            |---|---|---|---|

            """);
        foreach (var (name, version, licence, page) in packages)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {name} | {version} | {licence} | {page} |\n");
        text.Append("\n## Texts of the licences\n");
        foreach (var (licence, package, file) in (IEnumerable<(string, string, string)>)[
            ("MIT", "microsoft.identity.web.certificateless", "LICENSE"),
            ("BSD-3-Clause", "polly.core", "LICENSE"),
            ("Apache-2.0", "cloudnative.cloudevents", "LICENSE")])
            text.Append("\n### " + licence + "\n\n").Append(Fenced(InPackage(package, packages, file)));
        return text
            .Append("\nBSD-2-Clause is BSD-3-Clause without its third condition. PostgreSQL: https://www.postgresql.org/about/licence\n")
            .ToString();
    }

    public static IEnumerable<(string Name, string Version, string Licence, string Page)> Packages() =>
        from target in JsonNode.Parse(Repository.Read(Locked))!["dependencies"]!.AsObject()
        from package in target.Value!.AsObject()
        where (string?)package.Value!["type"] is not "Project"
        orderby package.Key.ToUpperInvariant()
        let version = (string)package.Value!["resolved"]!
        let about = About(package.Key, version)
        select (package.Key, version, Licence(package.Key, about), Value(about, "projectUrl") ?? $"https://www.nuget.org/packages/{package.Key}");

    private static string Licence(string name, XElement about) =>
        about.Elements().FirstOrDefault(it => it.Name.LocalName is "license" && (string?)it.Attribute("type") is "expression")?.Value
        ?? (Read.TryGetValue(name, out var read)
            ? read
            : throw new InvalidOperationException($"{name} names no licence of the SPDX list: read its licence, and name it here."));

    private static XElement About(string name, string version) =>
        XDocument.Load(Path.Combine(Folder(name, version), $"{name.ToLowerInvariant()}.nuspec")).Root!.Elements()
            .First(it => it.Name.LocalName is "metadata");

    private static string? Value(XElement about, string field) =>
        about.Elements().FirstOrDefault(it => it.Name.LocalName == field)?.Value is { Length: > 0 } value ? value : null;

    private static string Folder(string name, string version) => Path.Combine(Cache, name.ToLowerInvariant(), version);

    private static string InPackage(
        string name, IEnumerable<(string Name, string Version, string Licence, string Page)> packages, string file) =>
        System.IO.File.ReadAllText(Path.Combine(
            Folder(name, packages.Single(it => it.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Version), file));

    private static string Fenced(string text) =>
        $"```text\n{string.Join('\n', text.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => line.TrimEnd()))}\n```\n";
}
