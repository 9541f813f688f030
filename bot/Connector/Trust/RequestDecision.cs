namespace ChatOpsBot.Connector.Trust;

/// <summary>Whether a request is processed further.</summary>
internal abstract record RequestDecision
{
    private RequestDecision()
    {
    }

    public sealed record Allowed(ProvenSender Sender) : RequestDecision;

    /// <param name="Status">
    /// 401: the sender is not proven. 403: the sender is proven, but not for this. 503: it cannot be decided now; Teams tries again.
    /// </param>
    public sealed record Denied(int Status, string Reason) : RequestDecision;
}
