using System.Text;
using ChatOpsBot.Application;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Desks.Webhook;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.DeskHooks;

/// <summary>
/// <c>POST /api/desk/webhook</c>: the program that gets requests tells what became of one. There is nothing to read, so what it says is
/// kept.
/// </summary>
internal sealed class WebhookHook(
    DeskCallbacks callbacks, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookHook> log)
{
    private const int MaxBytes = 64 * 1024;

    // Bytes: it is part of a key.
    private const int LongestId = 256;

    public async Task<IResult> HandleAsync(HttpContext http)
    {
        if (!options.Value.TakesCallbacks)
            return Refuse(StatusCodes.Status404NotFound, "Nothing is taken here; the setting Desk:Webhook:CallbackSecret is empty.");
        if (!http.Request.HasJsonContentType())
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json.");

        try
        {
            return await BoundedBody.ReadAsync(http.Request, MaxBytes) is not { } body
                ? Refuse(StatusCodes.Status413PayloadTooLarge, "The body is larger than 64 KB.")
                : await TakeAsync(http, body);
        }
        catch (BadHttpRequestException error)
        {
            return Refuse(error.StatusCode, "The body could not be read.");
        }
    }

    private async Task<IResult> TakeAsync(HttpContext http, byte[] body)
    {
        var headers = http.Request.Headers;
        if (headers[WebhookSignature.IdHeader] is not [{ Length: > 0 } id]
            || headers[WebhookSignature.TimeHeader] is not [{ } at]
            || headers[WebhookSignature.Header] is not [{ } given]
            || WebhookSignature.Check(options.Value.CallbackSecrets, id, at, given, body) is not { } signed)
            return Refuse(
                StatusCodes.Status401Unauthorized,
                "This needs webhook-id, webhook-timestamp and webhook-signature, signed with Desk:Webhook:CallbackSecret.");
        if ((time.GetUtcNow() - signed).Duration() > HookSignature.Window)
            return Refuse(StatusCodes.Status403Forbidden, "It was signed more than five minutes ago, or one of the clocks is wrong.");
        if (Encoding.UTF8.GetByteCount(id) > LongestId)
            return Refuse(StatusCodes.Status400BadRequest, $"{WebhookSignature.IdHeader} must have at most {LongestId} bytes.");

        var (told, problem) = CallbackReader.Read(id, body);
        return told is null ? Refuse(StatusCodes.Status400BadRequest, problem!) : await FollowAsync(http, told);
    }

    private async Task<IResult> FollowAsync(HttpContext http, DeskCallback told)
    {
        switch (await callbacks.TakeAsync(DeskKind.Webhook, told, http.RequestAborted))
        {
            case DeskCallbackOutcome.Done:
                return TypedResults.NoContent();
            case DeskCallbackOutcome.UnknownTicket:
                return Refuse(StatusCodes.Status404NotFound, "No request with this key was handed over.");
            default:
                http.Response.Headers.RetryAfter = "5";
                return Refuse(StatusCodes.Status503ServiceUnavailable, "The request is just being handed over; send it again soon.");
        }
    }

    private ProblemHttpResult Refuse(int status, string reason)
    {
        log.HintRefused(status);
        return TypedResults.Problem(reason, statusCode: status);
    }
}
