namespace ChatOpsBot.Connector.Trust;

/// <summary>Whether a request may go on.</summary>
internal abstract record Admission
{
    private Admission()
    {
    }

    public sealed record Granted(SenderProof Proof) : Admission;

    /// <param name="Status">
    /// 401: the sender is not proven. 403: the sender is proven, but not for this. 503: it cannot be decided now; Teams comes again.
    /// </param>
    public sealed record Refused(int Status, string Reason) : Admission;
}
