namespace ChatOpsBot.Connector.Outgoing;

/// <summary>Tells a request that was never sent from one whose outcome is unknown.</summary>
internal static class NetworkFailure
{
    /// <summary>Null for an exception that the network did not cause.</summary>
    public static SendOutcome? Of(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: var kind } when NeverLeft(kind) => new SendOutcome.Unreachable(kind.ToString()),
        HttpRequestException { HttpRequestError: var kind } => new SendOutcome.UnknownEnd(kind.ToString()),

        // The client itself has no time limit, so a timeout inside a cancellation is the limit on connecting.
        OperationCanceledException { InnerException: TimeoutException } => new SendOutcome.Unreachable("connecting took too long"),
        OperationCanceledException => new SendOutcome.UnknownEnd("no answer within the time limit"),
        _ => null,
    };

    private static bool NeverLeft(HttpRequestError kind) => kind
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;
}
