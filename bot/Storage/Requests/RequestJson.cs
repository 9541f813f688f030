using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Storage.Requests;

/// <summary>The form in which a request is stored; read by <see cref="StoredJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Request))]
internal sealed partial class RequestJson : JsonSerializerContext
{
    public static string Write(Request request) => JsonSerializer.Serialize(request, Default.Request);

    public static Request Read(string document) => StoredJson.Read<Request>(document);
}
