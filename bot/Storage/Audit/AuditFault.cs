namespace ChatOpsBot.Storage.Audit;

/// <summary>The first entry at which the audit chain does not hold.</summary>
/// <param name="Sequence">Of that entry, or of the one that should be there.</param>
/// <param name="Why">A sentence for an auditor.</param>
public sealed record AuditFault(long Sequence, AuditFaultKind Kind, string Why);

/// <summary>In what way an audit chain does not hold.</summary>
public enum AuditFaultKind
{
    /// <summary>An entry is missing between others.</summary>
    Gap,

    /// <summary>It stands at the place of another one.</summary>
    Reordered,

    /// <summary>It does not follow the entry before it.</summary>
    WrongLink,

    /// <summary>A column does not fit the hash.</summary>
    WrongHash,

    /// <summary>A text does not fit its commitment.</summary>
    WrongText,

    /// <summary>A text is gone, and no entry of the chain erased it; or an entry erased others than it says.</summary>
    WrongErasure,

    /// <summary>The newest entries are missing.</summary>
    Truncated,

    /// <summary>An entry stands after the head.</summary>
    Appended,

    /// <summary>The chain is another one than the one that was anchored outside, or than its head says.</summary>
    WrongHead,

    /// <summary>A timestamp is not one of the entry that it stands for, or not one of the authority.</summary>
    WrongTimestamp,
}
