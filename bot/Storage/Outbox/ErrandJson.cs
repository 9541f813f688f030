using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Storage.Outbox;

/// <summary>The form in which an errand is kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Errand))]
internal sealed partial class ErrandJson : JsonSerializerContext
{
    public static string Write(Errand errand) => JsonSerializer.Serialize(errand, Default.Errand);

    /// <exception cref="JsonException">It is no errand of this version.</exception>
    public static Errand Read(string json) => JsonSerializer.Deserialize(json, Default.Errand) ?? throw new JsonException("An errand is kept as nothing.");
}
