using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Trust;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>Authenticates, parses and dispatches one request. Whatever is sent, an error of the sender is answered with a 4xx.</summary>
internal sealed class ActivityEndpoint(Gate gate, TeamsAdapter adapter, ConnectorMetrics metrics, ILogger<ActivityEndpoint> log)
{
    public async Task<IResult> HandleAsync(HttpContext http)
    {
        var decision = await gate.AuthenticateAsync(http);
        if (decision is not RequestDecision.Allowed { Sender: var sender })
            return Refuse(http, (RequestDecision.Denied)decision);

        var parsed = await ActivityParser.ReadAsync(http.Request);
        if (parsed.Activity is not { } activity)
            return Refuse(http, new(parsed.Status, parsed.Reason));

        return gate.Objection(activity, sender) is { } objection
            ? Refuse(http, new(StatusCodes.Status403Forbidden, objection))
            : await AnswerAsync(http, activity);
    }

    private async Task<IResult> AnswerAsync(HttpContext http, Activity activity)
    {
        try
        {
            return Answer(await adapter.ProcessAsync(activity, http.RequestAborted));
        }
        catch (Exception error) when (!http.RequestAborted.IsCancellationRequested)
        {
            return Failed(http, activity, error);
        }
    }

    private static IResult Answer(InvokeResponse? response) => response switch
    {
        null => Results.Ok(),
        { Body: InvokeReply reply } => Json(response.Status, reply.ToJson()),
        _ => Results.StatusCode(response.Status),
    };

    // A pressed button gets its error in the body, with 200: any other status shows as "unable to reach app". Everything else gets
    // 500, whereupon Teams delivers it again.
    private IResult Failed(HttpContext http, Activity activity, Exception error)
    {
        var reference = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        log.HandlerFailed(new BareException(error), Short.Text(activity.Id), Short.Text(activity.Type), reference);
        return activity is { Type: ActivityTypes.Invoke, Name: TeamsBot.PressInvoke }
            ? Json(StatusCodes.Status200OK, InvokeReply.Error("InternalServerError", reference, statusCode: 500).ToJson())
            : Results.StatusCode(StatusCodes.Status500InternalServerError);
    }

    private IResult Refuse(HttpContext http, RequestDecision.Denied denied)
    {
        metrics.Refused(denied.Status);
        log.RequestRefused(denied.Status, denied.Reason);
        if (denied.Status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        return Json(denied.Status, new JsonObject { ["error"] = denied.Reason }.ToJsonString());
    }

    private static IResult Json(int status, string json) => Results.Text(json, "application/json", statusCode: status);
}
