using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>
/// The form in which a DR event is kept. Members that this version does not know are passed over; those that are missing have their
/// usual value.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RecoveryEvent))]
internal sealed partial class RecoveryJson : JsonSerializerContext
{
    // Read by reflection for the same reason as a request: generated code sets members that the document lacks to null.
    private static readonly JsonSerializerOptions Lenient = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static string Write(RecoveryEvent drEvent) => JsonSerializer.Serialize(drEvent, Default.RecoveryEvent);

    public static RecoveryEvent Read(string document) =>
        JsonSerializer.Deserialize<RecoveryEvent>(document, Lenient) ?? throw new JsonException("A DR event is kept as nothing.");
}
