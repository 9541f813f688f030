using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Outbox;

namespace ChatOpsBot.Storage.Outbox;

/// <summary>The form in which a message is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(OutboxMessage))]
internal sealed partial class OutboxJson : JsonSerializerContext
{
    public static string Write(OutboxMessage message) => JsonSerializer.Serialize(message, Default.OutboxMessage);

    /// <exception cref="JsonException">It is no message of this version.</exception>
    public static OutboxMessage Read(string json) =>
        JsonSerializer.Deserialize(json, Default.OutboxMessage) ?? throw new JsonException("A message is kept as nothing.");
}
