using Newtonsoft.Json;

namespace ChatOpsBot.Connector;

/// <summary>
/// Reads a whole number; text, fractions and numbers out of range read as null, where the SDK would convert or round them.
/// </summary>
internal sealed class LenientWholeNumber : JsonConverter<int?>
{
    public override bool CanWrite => false;

    public override int? ReadJson(JsonReader reader, Type objectType, int? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (reader is { TokenType: JsonToken.Integer, Value: long and >= int.MinValue and <= int.MaxValue })
            return (int)(long)reader.Value;

        reader.Skip();
        return null;
    }

    public override void WriteJson(JsonWriter writer, int? value, JsonSerializer serializer) => throw new NotSupportedException();
}
