using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Storage.Requests;

/// <summary>
/// The form in which a request is kept. Members that this version does not know are passed over; those that are missing have their
/// usual value.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Request))]
internal sealed partial class RequestJson : JsonSerializerContext
{
    // Read by reflection: generated code sets an init-only member that the document lacks to null, over the value it starts with
    // (github.com/dotnet/runtime/issues/84484), and the document of an older version lacks the lists of this one.
    private static readonly JsonSerializerOptions Lenient = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static string Write(Request request) => JsonSerializer.Serialize(request, Default.Request);

    public static Request Read(string document) =>
        JsonSerializer.Deserialize<Request>(document, Lenient) ?? throw new JsonException("A request is kept as nothing.");
}
