using Newtonsoft.Json;

namespace ChatOpsBot.Connector;

/// <summary>Reads text that every store can hold; what is not text, or not valid Unicode, reads as null.</summary>
internal sealed class LenientText : JsonConverter<string>
{
    public override bool CanWrite => false;

    public override string? ReadJson(
        JsonReader reader, Type objectType, string? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (reader.TokenType is JsonToken.String)
            return Clean((string)reader.Value!);

        reader.Skip();
        return null;
    }

    public override void WriteJson(JsonWriter writer, string? value, JsonSerializer serializer) => throw new NotSupportedException();

    /// <summary>
    /// Null for half a surrogate pair, which JSON allows as an escape and no encoder does; without NUL, which PostgreSQL cannot store, and
    /// without U+FFFE, which is no character and which <see cref="string.Normalize()"/> refuses.
    /// </summary>
    public static string? Clean(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (!char.IsSurrogatePair(text, at))
                return null;
            at++;
        }

        return text.Replace("\0", "", StringComparison.Ordinal).Replace("\uFFFE", "", StringComparison.Ordinal);
    }
}
