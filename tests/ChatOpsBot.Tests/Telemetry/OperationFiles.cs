using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatOpsBot.Tests.House;
using YamlDotNet.RepresentationModel;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>What lies ready for those who watch: the dashboard, the alerts, and the page about them.</summary>
internal static partial class OperationFiles
{
    public const string Folder = "bot/Host/Operation";

    public static JsonNode Dashboard => JsonNode.Parse(Repository.Read($"{Folder}/grafana-dashboard.json"))!;

    /// <summary>The panels that show something.</summary>
    public static IReadOnlyList<JsonNode> Panels =>
        [.. Dashboard["panels"]!.AsArray().Select(it => it!).Where(panel => (string?)panel["type"] != "row")];

    public static IReadOnlyList<string> DashboardQueries =>
        [.. Panels.SelectMany(panel => panel["targets"]!.AsArray()).Select(target => (string)target!["expr"]!)];

    public static string Page => Repository.Read("bot/Host/OPERATE.md");

    public static IReadOnlyList<YamlMappingNode> Alerts
    {
        get
        {
            var yaml = new YamlStream();
            using var reader = new StringReader(Repository.Read($"{Folder}/alerts.yaml"));
            yaml.Load(reader);
            var groups = (YamlSequenceNode)yaml.Documents[0].RootNode["groups"];
            return [.. groups.SelectMany(group => (YamlSequenceNode)group["rules"]).Cast<YamlMappingNode>()];
        }
    }

    public static string Text(this YamlNode node, params string[] path) =>
        ((YamlScalarNode)path.Aggregate(node, (inner, name) => inner[name])).Value!;

    /// <summary>The metrics that a query names, without the parts of a histogram.</summary>
    public static IEnumerable<string> MetricsIn(string query) =>
        Metric().Matches(WithoutLabels(query)).Select(found => Part().Replace(found.Value, "")).Distinct();

    // What stands in braces or after "by" are labels.
    private static string WithoutLabels(string query) => By().Replace(Braces().Replace(query, ""), "");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\bby\s*\([^)]*\)")]
    private static partial Regex By();

    [GeneratedRegex(@"\b(chatopsbot|dotnet|http|kestrel)_\w+")]
    private static partial Regex Metric();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Part();
}
