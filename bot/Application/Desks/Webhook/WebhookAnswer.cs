using System.Text.Json;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.Webhook;

/// <summary>
/// What a receiver may say in its answer: <c>{"number": ..., "url": ..., "status": ...}</c>, each or nothing. What cannot be read counts as
/// not said.
/// </summary>
internal sealed record WebhookAnswer(string? Number, Uri? Url, TicketState? State)
{
    /// <summary>In characters.</summary>
    public const int LongestNumber = 64;

    private const int LongestReason = 300;

    public static WebhookAnswer Read(byte[]? body)
    {
        var said = Parse(body);
        return new(
            TextOf(said, "number") is { Length: > 0 and <= LongestNumber } number ? number : null,
            LinkOf(TextOf(said, "url")),
            TicketStateWords.Find(TextOf(said, "status")));
    }

    /// <summary>Why it refuses: the detail of a problem (RFC 9457), or what comes nearest to it. Null where it does not say.</summary>
    public static string? ReasonIn(byte[]? body)
    {
        var said = Parse(body);
        string[] names = ["detail", "message", "error", "title"];
        var reason = names.Select(name => TextOf(said, name)).FirstOrDefault(text => text is { Length: > 0 });
        return reason is null || reason.Length <= LongestReason ? reason : string.Concat(reason.AsSpan(0, LongestReason - 1), "…");
    }

    /// <returns>Null for what is no address that people can open.</returns>
    public static Uri? LinkOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https" } or { Scheme: "http", IsLoopback: true }
            ? url
            : null;

    private static JsonElement? Parse(byte[]? body)
    {
        if (body is not { Length: > 0 })
            return null;

        try
        {
            using var read = JsonDocument.Parse(body);
            return read.RootElement.ValueKind is JsonValueKind.Object ? read.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A number is often sent as one.
    private static string? TextOf(JsonElement? said, string name) =>
        said is not { } fields || !fields.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.ReplaceLineEndings(" ").Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
