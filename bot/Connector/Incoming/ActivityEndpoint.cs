using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Trust;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>Takes one request of Teams from the door to the handler. Whatever is sent, a fault of the sender is a 4xx.</summary>
internal sealed class ActivityEndpoint(Gate gate, ConnectorMetrics metrics, ILogger<ActivityEndpoint> log)
{
    public async Task<IResult> HandleAsync(HttpContext http)
    {
        var admission = await gate.AdmitAsync(http);
        if (admission is not Admission.Granted { Proof: var proof })
            return Refuse(http, (Admission.Refused)admission);

        var body = await ActivityBody.ReadAsync(http.Request);
        if (body.Activity is not { } activity)
            return Refuse(http, new(body.Status, body.Reason));

        return gate.Objection(activity, proof) is { } objection
            ? Refuse(http, new(StatusCodes.Status403Forbidden, objection))
            : await AnswerAsync(http, activity);
    }

    private async Task<IResult> AnswerAsync(HttpContext http, Activity activity)
    {
        if (!ActivityTypes.IsKnown(activity.Type))
        {
            log.UnknownActivity(Short(activity.Id), Short(activity.Type));
            return Results.Ok();
        }

        try
        {
            var handler = http.RequestServices.GetRequiredService<IActivityHandler>();
            return Answer(activity, await handler.HandleAsync(activity, http.RequestAborted));
        }
        catch (Exception error) when (!http.RequestAborted.IsCancellationRequested)
        {
            return Failed(http, activity, error);
        }
    }

    private IResult Answer(Activity activity, InvokeReply? reply)
    {
        if (!activity.IsInvoke)
            return Results.Ok();

        if (reply is not null)
            return Json(reply.Status, reply.Body);

        log.UnhandledInvoke(Short(activity.Name), Short(activity.Id));
        return Results.StatusCode(StatusCodes.Status501NotImplemented);
    }

    // A pressed button gets its error in the body, with 200: any other status shows as "unable to reach app". Everything else gets
    // 500, whereupon Teams delivers it again.
    private IResult Failed(HttpContext http, Activity activity, Exception error)
    {
        var reference = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        log.HandlerFailed(new BareException(error), Short(activity.Id), activity.Type, reference);
        return activity is { IsInvoke: true, Name: CardAction.InvokeName }
            ? Json(StatusCodes.Status200OK, InvokeReply.Error("InternalServerError", reference, statusCode: 500).Body)
            : Results.StatusCode(StatusCodes.Status500InternalServerError);
    }

    private IResult Refuse(HttpContext http, Admission.Refused refused)
    {
        metrics.Refused(refused.Status);
        log.RequestRefused(refused.Status, refused.Reason);
        if (refused.Status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        return Json(refused.Status, new JsonObject { ["error"] = refused.Reason });
    }

    private static IResult Json(int status, JsonNode? body) =>
        body is null ? Results.StatusCode(status) : Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    // What a sender wrote must not break a log line, nor fill the log.
    private static string Short(string? sent) =>
        new([.. (sent ?? "").Take(100).Select(it => char.IsControl(it) ? '?' : it)]);
}
