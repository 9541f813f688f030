using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>
/// Somebody of the client says that a DR event has to take place (matrix, row "Disaster Recovery": the declaration is the client's).
/// </summary>
public sealed record Declaration
{
    public required RecoveryKind Kind { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<RecoveryPair> Systems { get; init; }

    public required Person By { get; init; }

    public string? Tenant { get; init; }

    /// <summary>Why; null where nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>The second person, where one has approved it already: with the request it came of.</summary>
    public Person? ApprovedBy { get; init; }

    /// <summary>Whoever declares speaks for others who hold a role: a program that settings let report.</summary>
    public bool IsVouchedFor { get; init; }

    /// <summary>See <see cref="RecoveryEvent.ApplicationOwner"/>.</summary>
    public Person? ApplicationOwner { get; init; }

    /// <summary>The DR failover request it came of; null for none.</summary>
    public Guid? Request { get; init; }

    /// <summary>See <see cref="RecoveryEvent.Language"/>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>See <see cref="RecoveryEvent.Zone"/>.</summary>
    public string Zone { get; init; } = "UTC";
}
