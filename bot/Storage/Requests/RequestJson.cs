using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Storage.Requests;

/// <summary>The form in which a request is kept. Members that this version does not know are passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Request))]
internal sealed partial class RequestJson : JsonSerializerContext
{
    public static string Write(Request request) => JsonSerializer.Serialize(request, Default.Request);

    public static Request Read(string document) =>
        JsonSerializer.Deserialize(document, Default.Request) ?? throw new JsonException("A request is kept as nothing.");
}
