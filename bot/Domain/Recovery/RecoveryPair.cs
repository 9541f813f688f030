namespace ChatOpsBot.Domain.Recovery;

/// <summary>A system of a DR event by the names of its two sides.</summary>
/// <param name="DrSide">Null where it is not known yet.</param>
public sealed record RecoveryPair(string Primary, string? DrSide);
