namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>Log lines of this desk; see <see cref="Log"/>.</summary>
internal static partial class IbmCloudLog
{
    [LoggerMessage(
        1420,
        LogLevel.Warning,
        "IBM has two cases of one request. {Kept} is kept; {Other} was opened twice by mistake (resolved with a comment: {IsResolved}).")]
    public static partial void CaseFiledTwice(this ILogger log, string kept, string other, bool isResolved);
}
