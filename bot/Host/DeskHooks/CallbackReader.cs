using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Desks.Webhook;
using ChatOpsBot.Application.Requests;

namespace ChatOpsBot.Host.DeskHooks;

/// <summary>Reads what a program tells of a ticket. What it has beside that is not looked at.</summary>
internal static class CallbackReader
{
    private const int LongestKey = 40;
    private const int LongestName = 100;

    /// <returns>One of the two: what it tells, or what is wrong with it.</returns>
    public static (DeskCallback? Told, string? Problem) Read(string id, byte[] body)
    {
        CallbackBody? said;
        try
        {
            said = JsonSerializer.Deserialize(body, CallbackJson.Default.CallbackBody);
        }
        catch (JsonException fault)
        {
            return (null, fault.Path is { Length: > 1 } path
                ? $"{path.TrimStart('$', '.')} has a value of the wrong kind."
                : "The body must be a JSON object with key, and number, status, comment or url.");
        }

        return Problem(said) is { } problem ? (null, problem) : (Callback(id, said!), null);
    }

    private static string? Problem(CallbackBody? said) => said switch
    {
        null or { Key: null or { Length: 0 or > LongestKey } } => "key is missing: the key of the request, such as RST-7K3QZC.",
        { Status: null, Number: null, Comment: null, Url: null } => "Nothing is told: number, status, comment and url are all missing.",
        { Status: { } status } when TicketStateWords.Find(status) is null =>
            $"status must be one of {string.Join(", ", TicketStateWords.All)}.",
        { Number: { } number } when number.Trim().Length is 0 or > WebhookAnswer.LongestNumber =>
            $"number must have 1 to {WebhookAnswer.LongestNumber} characters.",
        { Url: { } url } when WebhookAnswer.LinkOf(url) is null => "url must be an https address.",
        { Comment.Text: var text } when said.Comment is not null && string.IsNullOrWhiteSpace(text) => "comment.text is missing.",
        { Comment.By.Length: > LongestName } => $"comment.by must have at most {LongestName} characters.",
        _ => null,
    };

    private static DeskCallback Callback(string id, CallbackBody said) => new(id, said.Key!.ToUpperInvariant())
    {
        Number = said.Number?.ReplaceLineEndings(" ").Trim(),
        State = TicketStateWords.Find(said.Status),
        Url = WebhookAnswer.LinkOf(said.Url),
        Comment = said.Comment is { } comment ? new(comment.At ?? default, comment.By, comment.Text!.Trim()) : null,
    };
}

internal sealed record CallbackBody(string? Key, string? Number, string? Status, CallbackComment? Comment, string? Url);

internal sealed record CallbackComment(string? Text, string? By, DateTimeOffset? At);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CallbackBody))]
internal sealed partial class CallbackJson : JsonSerializerContext;
