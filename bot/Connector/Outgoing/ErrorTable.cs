using System.Net;
using System.Text.Json;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// Reads an error response of Teams (Teams documentation, "Status codes from bot conversational APIs"). The code is in
/// <c>error.code</c>; a block by the user may be in a <c>subCode</c>.
/// </summary>
internal static class ErrorTable
{
    public static SendOutcome Read(HttpStatusCode status, TimeSpan? retryAfter, string body)
    {
        var code = Code(body);
        return status switch
        {
            // 412: two writers met in the same conversation; Teams did nothing and asks to retry.
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed => new SendOutcome.Throttled(retryAfter),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                new SendOutcome.UnknownEnd(code ?? "no reason given", (int)status) { RetryAfter = retryAfter },
            _ => new SendOutcome.Refused(Why(status, code), (int)status, code),
        };
    }

    private static Refusal Why(HttpStatusCode status, string? code) => (status, code) switch
    {
        (HttpStatusCode.BadRequest, _) => Refusal.BadRequest,
        (HttpStatusCode.Unauthorized, _) => Refusal.BotNotRegistered,
        (HttpStatusCode.Forbidden, "BotDisabledByAdmin") => Refusal.DisabledByAdmin,
        (HttpStatusCode.Forbidden, "BotNotInConversationRoster") => Refusal.BotNotInRoster,
        (HttpStatusCode.Forbidden, "ConversationBlockedByUser" or "MessageWritesBlocked") => Refusal.BlockedByUser,
        (HttpStatusCode.Forbidden, "InvalidBotApiHost") => Refusal.WrongCloud,
        (HttpStatusCode.Forbidden, _) => Refusal.NotPermitted,
        (HttpStatusCode.NotFound, "ActivityNotFoundInConversation") => Refusal.ActivityGone,
        (HttpStatusCode.NotFound, "ConversationNotFound") => Refusal.ConversationGone,
        (HttpStatusCode.RequestEntityTooLarge, _) => Refusal.TooBig,
        _ => Refusal.Other,
    };

    private static string? Code(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var error = root is { ValueKind: JsonValueKind.Object } && root.TryGetProperty("error", out var nested) ? nested : default;
            var code = Text(error, "code") ?? Text(root, "code");
            var subCode = Text(error, "subCode") ?? Text(root, "subCode");
            return subCode is "MessageWritesBlocked" ? subCode : code;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var field))
            return null;
        if (field.ValueKind != JsonValueKind.String)
            return null;

        try
        {
            return LenientText.Clean(field.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape.
            return null;
        }
    }
}
