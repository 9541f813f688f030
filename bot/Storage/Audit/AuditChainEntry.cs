namespace ChatOpsBot.Storage.Audit;

/// <summary>
/// An entry of the audit chain. Each hash is over all of the entry and the hash before it. What may be about a person stands in it as a
/// commitment: text and salt can be erased, and the chain still verifies.
/// </summary>
public sealed class AuditChainEntry
{
    /// <summary>From 1, without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>In whole microseconds, which is what PostgreSQL keeps.</summary>
    public required DateTimeOffset At { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectKey { get; init; }

    public int? Version { get; init; }

    public required string What { get; init; }

    public string? ActorId { get; init; }

    public byte[]? ActorIdSalt { get; init; }

    public byte[]? ActorIdCommitment { get; init; }

    /// <summary>Display name at that time, never an identity.</summary>
    public string? ActorName { get; init; }

    public byte[]? ActorNameSalt { get; init; }

    public byte[]? ActorNameCommitment { get; init; }

    public string? Detail { get; init; }

    public byte[]? DetailSalt { get; init; }

    public byte[]? DetailCommitment { get; init; }

    /// <summary>Which entries this one erased, by <see cref="ErasedSet"/>; null for one that erased none.</summary>
    public string? Erased { get; init; }

    /// <summary>
    /// The entry that erased the texts of this one; null while they are there. No hash of this entry covers it: that of the other does.
    /// </summary>
    public long? ErasedBy { get; init; }

    public required byte[] PreviousHash { get; init; }

    public byte[] Hash { get; set; } = [];
}
