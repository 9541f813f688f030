using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ChatOpsBot.Connector.Trust;

/// <summary>A key that signs incoming tokens.</summary>
/// <param name="Endorsements">The channels it may speak for, such as <c>msteams</c>; empty means none.</param>
internal sealed record SigningKey(JsonWebKey Key, FrozenSet<string> Endorsements)
{
    public static SigningKey Read(JsonWebKey key) =>
        new(key, key.AdditionalData.TryGetValue("endorsements", out var list) ? Names(list) : []);

    // Depending on its version, the key set's reader returns unknown members as JSON elements or as lists.
    private static FrozenSet<string> Names(object list) => list switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } array =>
            [.. array.EnumerateArray().Where(it => it.ValueKind == JsonValueKind.String).Select(it => it.GetString()!)],
        IEnumerable<object> items => [.. items.OfType<string>()],
        _ => [],
    };
}
