using System.Text.Json;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>What Teams answers to a message or a new conversation.</summary>
/// <param name="Id">The message; the conversation where one was opened. Null where it is not said.</param>
/// <param name="ActivityId">The first message of a new conversation.</param>
internal sealed record ConnectorAnswer(string? Id, string? ActivityId)
{
    /// <returns>Null for what is no object: it was accepted all the same, only the answer cannot be read.</returns>
    public static ConnectorAnswer? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            using var json = JsonDocument.ParseValue(ref reader);
            return json.RootElement is { ValueKind: JsonValueKind.Object } answer
                ? new(Text(answer, "id"), Text(answer, "activityId"))
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a surrogate pair, written as an escape.
            return null;
        }
    }

    // The SDK reads names of fields in any case, and so does what Teams may one day write.
    private static string? Text(JsonElement answer, string name)
    {
        foreach (var field in answer.EnumerateObject())
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
                return field.Value.ValueKind is JsonValueKind.String ? field.Value.GetString() : null;
        }

        return null;
    }
}
