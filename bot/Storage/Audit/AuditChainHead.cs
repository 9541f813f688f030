namespace ChatOpsBot.Storage.Audit;

/// <summary>The end of the audit chain. There is one row; whoever adds to the chain holds it until the commit.</summary>
public sealed class AuditChainHead
{
    internal const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>Of the newest entry; 0 before the first.</summary>
    public long Sequence { get; init; }

    public byte[] Hash { get; init; } = [];
}
