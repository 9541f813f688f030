using System.Net;
using System.Text.Json;
using ChatOpsBot.Connector.Incoming;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// Reads a refusing answer of Teams (Teams documentation, "Status codes from bot conversational APIs"). The code stands in
/// <c>error.code</c>; a block by the user may hide in a <c>subCode</c>.
/// </summary>
internal static class ErrorTable
{
    public static SendOutcome Read(HttpStatusCode status, TimeSpan? retryAfter, string body)
    {
        var code = Code(body);
        return status switch
        {
            // 412: two writers met in the same conversation; Teams did nothing and asks to come again.
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed => new SendOutcome.Throttled(retryAfter),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SendOutcome.UnknownEnd(code ?? "no reason given", (int)status) { RetryAfter = retryAfter },
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
            JsonElement? root = json.RootElement;
            var error = root.Child("error");
            var code = error.String("code") ?? root.String("code");
            var subCode = error.String("subCode") ?? root.String("subCode");
            return subCode is "MessageWritesBlocked" ? subCode : code;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
