using System.Text.Json;
using ChatOpsBot.Cards;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>What an error of IBM says, in whichever of its shapes it comes.</summary>
internal static class IbmErrorText
{
    private const int Longest = 300;
    private const int LongestCode = 60;

    private static readonly string[] Codes = ["code", "errorCode", "error_code"];
    private static readonly string[] Messages = ["message", "errorMessage", "error_description", "error"];

    /// <returns>A code that may be logged, or null; and what is said to people, on one line, or nothing.</returns>
    public static (string? Code, string Said) Read(byte[] body)
    {
        try
        {
            using var read = JsonDocument.Parse(body);
            var error = Innermost(read.RootElement);
            var code = Text(error, Codes);
            return (
                code is { Length: > 0 and <= LongestCode } && code.All(IsOfCode) ? code : null,
                PlainText.Clip(PlainText.Line(Text(error, Messages) ?? ""), Longest));
        }
        catch (JsonException)
        {
            return (null, "");
        }
    }

    private static bool IsOfCode(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.';

    private static JsonElement Innermost(JsonElement root) => root switch
    {
        { ValueKind: JsonValueKind.Object } when root.TryGetProperty("errors", out var list)
            && list.ValueKind is JsonValueKind.Array && list.GetArrayLength() > 0 => list[0],
        { ValueKind: JsonValueKind.Object } when root.TryGetProperty("error", out var one)
            && one.ValueKind is JsonValueKind.Object => one,
        _ => root,
    };

    private static string? Text(JsonElement error, string[] names) => error.ValueKind is JsonValueKind.String ? error.GetString()
        : error.ValueKind is not JsonValueKind.Object ? null
        : names.Select(name => error.TryGetProperty(name, out var value) ? Text(value) : null).FirstOrDefault(text => text is not null);

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
