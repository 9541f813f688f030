using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>The form in which a DR event is stored; read by <see cref="StoredJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RecoveryEvent))]
internal sealed partial class RecoveryJson : JsonSerializerContext
{
    public static string Write(RecoveryEvent drEvent) => JsonSerializer.Serialize(drEvent, Default.RecoveryEvent);

    public static RecoveryEvent Read(string document) => StoredJson.Read<RecoveryEvent>(document);
}
