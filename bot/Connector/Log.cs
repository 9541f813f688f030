using ChatOpsBot.Connector.Outgoing;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Connector;

/// <summary>All log messages of the connector. Ids only: no text of a message, no token, no secret.</summary>
internal static partial class Log
{
    // 1000-1099: incoming
    [LoggerMessage(1000, LogLevel.Warning, "Request refused with {Status}: {Reason}")]
    public static partial void RequestRefused(this ILogger log, int status, string reason);

    [LoggerMessage(1001, LogLevel.Information, "Activity {ActivityId} has the unknown type {Type}: answered 200, nothing done")]
    public static partial void UnknownActivity(this ILogger log, string activityId, string type);

    [LoggerMessage(1002, LogLevel.Warning, "Nobody handles the invoke {Name} of activity {ActivityId}: answered 501")]
    public static partial void UnhandledInvoke(this ILogger log, string name, string activityId);

    [LoggerMessage(1003, LogLevel.Error, "Activity {ActivityId} of type {Type} failed; reference {Reference}")]
    public static partial void HandlerFailed(this ILogger log, Exception error, string activityId, string type, string reference);

    // 1100-1199: trust
    [LoggerMessage(
        1100,
        LogLevel.Warning,
        "LOCAL PLAYGROUND MODE: activities are taken WITHOUT A TOKEN from this machine. Set Teams:AppId to leave it.")]
    public static partial void LocalPlaygroundIsOn(this ILogger log);

    [LoggerMessage(1101, LogLevel.Information, "Fetched {Count} signing keys from {Address}")]
    public static partial void SigningKeysFetched(this ILogger log, int count, string address);

    [LoggerMessage(1102, LogLevel.Error, "Could not fetch signing keys from {Address}")]
    public static partial void SigningKeysUnavailable(this ILogger log, Exception error, string address);

    [LoggerMessage(1103, LogLevel.Error, "Could not get a token for the bot")]
    public static partial void BotTokenUnavailable(this ILogger log, Exception error);

    // 1200-1299: outgoing
    [LoggerMessage(1200, LogLevel.Warning, "Call {Operation} in conversation {ConversationId} ended as {Outcome}")]
    public static partial void CallFailed(this ILogger log, string operation, string conversationId, SendOutcome outcome);

    [LoggerMessage(1201, LogLevel.Information, "Call {Operation} is retried in {Delay}: attempt {Attempt} ended as {Outcome}")]
    public static partial void CallRetried(this ILogger log, string operation, TimeSpan delay, int attempt, SendOutcome outcome);

    [LoggerMessage(1210, LogLevel.Warning, "Teams throttles all of tenant {TenantId}: announcements go at {Share:P0} of their full pace")]
    public static partial void TenantThrottled(this ILogger log, string? tenantId, double share);
}
