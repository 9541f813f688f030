using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>A whole number that IBM may write as text; what is neither reads as null.</summary>
internal sealed class LenientNumberJson : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var number) ? number : null;
            case JsonTokenType.String:
                var text = reader.GetString();
                return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var written) ? written : null;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) => writer.WriteNumberValue(value!.Value);
}
