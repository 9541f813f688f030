using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ChatOpsBot.Storage;

/// <summary>
/// Reads documents as older and newer versions of the bot have stored them: members that this version does not know are passed over, and
/// those that are missing have their usual value.
/// </summary>
internal static class StoredJson
{
    // By reflection: generated code sets an init-only member that the document lacks to null, over the value it starts with
    // (github.com/dotnet/runtime/issues/84484), and the document of an older version lacks the lists of this one.
    private static readonly JsonSerializerOptions Lenient = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <exception cref="JsonException">It is not such a document.</exception>
    public static T Read<T>(string document)
        where T : class =>
        JsonSerializer.Deserialize<T>(document, Lenient) ?? throw new JsonException($"A {typeof(T).Name} is stored as null.");
}
