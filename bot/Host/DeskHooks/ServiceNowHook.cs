using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Application;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Desks.ServiceNow;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.DeskHooks;

/// <summary>
/// <c>POST /api/desk/servicenow</c>: an instance tells that a ticket has changed (<c>servicenow-rule.js</c> is what sends it). What is told
/// says only which ticket to read.
/// </summary>
internal sealed class ServiceNowHook(
    DeskHints hints, IOptions<ServiceNowOptions> options, TimeProvider time, ILogger<ServiceNowHook> log)
{
    private const int MaxBytes = 8 * 1024;

    public async Task<IResult> HandleAsync(HttpContext http)
    {
        if (options.Value is not { IsOn: true, WebhookSecret: { Length: > 0 } secret })
            return Refuse(StatusCodes.Status404NotFound, "Nothing is taken here; the setting Desk:ServiceNow:WebhookSecret is empty.");
        if (!http.Request.HasJsonContentType())
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json.");

        try
        {
            return await BoundedBody.ReadAsync(http.Request, MaxBytes) is not { } body
                ? Refuse(StatusCodes.Status413PayloadTooLarge, "The body is larger than 8 KB.")
                : await FollowAsync(http, secret, body);
        }
        catch (BadHttpRequestException error)
        {
            return Refuse(error.StatusCode, "The body could not be read.");
        }
    }

    private async Task<IResult> FollowAsync(HttpContext http, string secret, byte[] body)
    {
        if (ServiceNowSignature.Check(secret, http.Request.Headers, body) is not { } signed)
            return Refuse(
                StatusCodes.Status401Unauthorized,
                $"This needs {ServiceNowSignature.TimeHeader} and {ServiceNowSignature.Header}, signed with Desk:ServiceNow:WebhookSecret.");
        if ((time.GetUtcNow() - signed).Duration() > HookSignature.Window)
            return Refuse(StatusCodes.Status403Forbidden, "It was signed more than five minutes ago, or one of the clocks is wrong.");
        if (Read(body) is not { Number.Length: > 0, SysId.Length: > 0 } hint)
            return Refuse(StatusCodes.Status400BadRequest, "The body must be a JSON object with sys_id and number.");

        switch (await hints.FollowAsync(DeskKind.ServiceNow, hint.Number, hint.SysId, http.RequestAborted))
        {
            case DeskHint.Followed:
                return TypedResults.NoContent();
            case DeskHint.UnknownTicket:
                return Refuse(StatusCodes.Status404NotFound, "No request has this ticket.");
            default:
                http.Response.Headers.RetryAfter = "60";
                return Refuse(StatusCodes.Status503ServiceUnavailable, "The ticket cannot be read at the moment; it is when changes are polled.");
        }
    }

    private ProblemHttpResult Refuse(int status, string reason)
    {
        log.HintRefused(status);
        return TypedResults.Problem(reason, statusCode: status);
    }

    private static ServiceNowHint? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ServiceNowHintJson.Default.ServiceNowHint);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Which ticket changed. Whatever else is sent is not read.</summary>
internal sealed record ServiceNowHint(string? SysId, string? Number);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ServiceNowHint))]
internal sealed partial class ServiceNowHintJson : JsonSerializerContext;
