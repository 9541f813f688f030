using System.Text.Json;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// Reads fields of JSON that somebody else wrote. A missing field, a field of another type and text that is no valid Unicode
/// all read as null: the activity protocol (A2005, A2006) wants receivers to live with what they do not know.
/// </summary>
internal static class LenientJson
{
    public static JsonElement? Child(this JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } it && it.TryGetProperty(name, out var child) && child.ValueKind != JsonValueKind.Null
            ? child
            : null;

    public static string? String(this JsonElement? parent, string name) => parent.Child(name) is { } child ? child.AsString() : null;

    /// <summary>An empty id names nothing: it reads as null.</summary>
    public static string? Id(this JsonElement? parent, string name) => parent.String(name) is { Length: > 0 } id ? id : null;

    public static int? Whole(this JsonElement? parent, string name) =>
        parent.Child(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) ? whole : null;

    public static bool Flag(this JsonElement? parent, string name) => parent.Child(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement? parent, string name) =>
        parent.Child(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static string? AsString(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;

        try
        {
            // A NUL means nothing in a message, and PostgreSQL cannot store one.
            return element.GetString()?.Replace("\0", "", StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape: JSON allows it, a .NET string does not.
            return null;
        }
    }

    public static ChannelAccount? Account(this JsonElement? parent, string name) => parent.Child(name).AsAccount();

    public static IReadOnlyList<ChannelAccount> Accounts(this JsonElement? parent, string name) =>
        [.. parent.Items(name).Select(item => ((JsonElement?)item).AsAccount()).OfType<ChannelAccount>()];

    private static ChannelAccount? AsAccount(this JsonElement? account) =>
        account.String("id") is { Length: > 0 } id
            ? new ChannelAccount(id, account.String("name"), account.String("aadObjectId") ?? account.String("objectId"))
            : null;
}
