using System.Diagnostics;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Trust;
using Microsoft.Bot.Schema;
using Span = System.Diagnostics.Activity;

namespace ChatOpsBot.Connector;

/// <summary>
/// The spans of the connector: token check, call to Teams, wait for the pace. Named by the OpenTelemetry semantic conventions where there
/// are any (messaging, http). They carry ids only: no text, no address with an id in it, no token.
/// </summary>
public static class ConnectorTracing
{
    public const string SourceName = "ChatOpsBot.Connector";

    internal static ActivitySource Source { get; } = new(SourceName);

    internal static Span? Call(ConnectorCall call)
    {
        if (!Source.HasListeners())
            return null;

        var span = Source.StartActivity($"{call.Operation} teams", ActivityKind.Client);
        return span?
            .SetTag("messaging.system", "teams")
            .SetTag("messaging.operation.type", "send")
            .SetTag("messaging.operation.name", call.Operation)
            .SetTag("server.address", Uri.TryCreate(call.Target.ServiceUrl, UriKind.Absolute, out var address) ? address.Host : null);
    }

    internal static void Ended<T>(this Span span, CallResult<T> result)
        where T : class
    {
        span.SetTag("chatopsbot.outcome", OutcomeNames.Outcome(result.Failure));
        span.SetTag("messaging.message.id", MessageId(result.Body));
        if (result.Failure is not { } failure)
            return;

        if (OutcomeNames.Status(failure) is > 0 and var status)
            span.SetTag("http.response.status_code", status);
        span.SetTag("error.type", OutcomeNames.Error(failure));
        span.SetStatus(ActivityStatusCode.Error);
    }

    private static string? MessageId(object? body) => body switch
    {
        ConversationResourceResponse created => created.ActivityId ?? created.Id,
        ResourceResponse message => message.Id,
        _ => null,
    };

    internal static void Ended(this Span span, RequestDecision decision)
    {
        if (decision is RequestDecision.Denied refused)
            span.SetTag("http.response.status_code", refused.Status).SetStatus(ActivityStatusCode.Error, refused.Reason);
    }
}
