using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>Spoils JSON: other types, missing and foreign fields, and what only raw text can say (see <see cref="WildBody"/>).</summary>
internal static class WildJson
{
    private static readonly string[] Fields =
    [
        "type", "id", "name", "text", "textFormat", "locale", "localTimezone", "timestamp", "localTimestamp", "serviceUrl", "channelId", "from",
        "recipient", "conversation", "conversationType", "value", "action", "verb", "data", "trigger", "replyToId", "entities", "mentioned",
        "attachments", "contentType", "content", "contentUrl", "channelData", "tenant", "tenantId", "team", "channel", "eventType", "membersAdded",
        "membersRemoved", "reactionsAdded", "isGroup", "aadObjectId", "parameters", "queryOptions", "skip", "count", "commandId", "deliveryMode",
        "expiration", "semanticAction", "$type", "__proto__", "", "request", "event", "token", "page", "party", "row", "mark", "system",
    ];

    private static readonly string[] Values =
    [
        "message", "invoke", "adaptiveCard/action", "msteams", "personal", "channel", "groupChat", "conversationUpdate", "editMessage", "mention",
        "quotedReply", "clientInfo", "text/html", "application/vnd.microsoft.card.adaptive", "manual", "automatic", "de-DE", "xx-invalid-locale-☃",
        "Europe/Berlin", "Mars/Olympus", "expectReplies", "add", "remove", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30T99:00Z",
    ];

    public static JsonNode? Value(Random random, int depth = 0) => random.Next(depth > 4 ? 9 : 14) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.NextInt64(long.MinValue, long.MaxValue),
        3 => random.Next(-2, 3),
        4 => random.GetItems([0.5, -1e300, 1e300, double.Epsilon], 1)[0],
        5 => WildBody.Raw(random),
        6 => random.GetItems(Values, 1)[0],
        < 9 => WildText.Any(random),
        < 11 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Value(random, depth + 1))]),
        _ => Object(random, depth + 1),
    };

    /// <summary>A few places, at any depth, hold something else, or nothing, or more.</summary>
    public static void Spoil(JsonObject root, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var places = Objects(root).ToList();
            var place = places[random.Next(places.Count)];
            var names = place.Select(field => field.Key).ToList();
            var name = names.Count == 0 || random.Next(4) == 0 ? random.GetItems(Fields, 1)[0] : names[random.Next(names.Count)];
            if (random.Next(5) == 0)
                place.Remove(name);
            else if (place[name] is JsonValue value && value.TryGetValue<string>(out var text) && random.Next(3) == 0)
                place[name] = text + WildText.Any(random);
            else
                place[name] = Value(random);
        }
    }

    private static JsonObject Object(Random random, int depth)
    {
        var json = new JsonObject();
        for (var fields = random.Next(6); fields > 0; fields--)
            json[random.GetItems(Fields, 1)[0]] = Value(random, depth);
        return json;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(field => Objects(field.Value)).Prepend(json),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };
}
