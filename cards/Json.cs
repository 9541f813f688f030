using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards;

/// <summary>Writes what differs from the schema's defaults: every byte counts against the card's size.</summary>
internal static class Json
{
    public static void Set(this JsonObject json, string name, string? value)
    {
        if (value is not null)
            json[name] = value;
    }

    public static void Set(this JsonObject json, string name, bool value, bool usual = false)
    {
        if (value != usual)
            json[name] = value;
    }

    public static void Set<T>(this JsonObject json, string name, T value)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
            json[name] = JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
    }

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];
}
