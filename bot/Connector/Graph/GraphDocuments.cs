using System.Text.Json.Serialization;

namespace ChatOpsBot.Connector.Graph;

/// <summary>A group of Microsoft Graph v1.0 as far as it is read.</summary>
internal sealed record GraphGroup(string? DisplayName);

/// <summary>A page of directory objects.</summary>
/// <param name="Next">Address of the next page; null for the last one.</param>
internal sealed record GraphPage(
    IReadOnlyList<GraphObject>? Value, [property: JsonPropertyName("@odata.nextLink")] string? Next);

/// <summary>
/// A directory object. Without a permission to read people, their ids and their type are all that Graph tells (Microsoft Graph
/// documentation, "Permissions overview": limited information returned for inaccessible member objects).
/// </summary>
internal sealed record GraphObject([property: JsonPropertyName("@odata.type")] string? Type, string? Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GraphGroup))]
[JsonSerializable(typeof(GraphPage))]
internal sealed partial class GraphJson : JsonSerializerContext;
