using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Connector.Schema;

namespace ChatOpsBot.Application.Outbox;

/// <summary>The form in which a conversation reference is stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationReference))]
internal sealed partial class ReferenceJson : JsonSerializerContext
{
    public static string Write(ConversationReference reference) => JsonSerializer.Serialize(reference, Default.ConversationReference);

    public static ConversationReference Read(string json) =>
        JsonSerializer.Deserialize(json, Default.ConversationReference)
        ?? throw new JsonException("The way to a conversation is kept as nothing.");
}
