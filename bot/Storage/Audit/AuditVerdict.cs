namespace ChatOpsBot.Storage.Audit;

/// <summary>What became of a look at the whole chain.</summary>
/// <param name="Entries">How many are in order, from the first one on.</param>
/// <param name="Head">The hash of the last of them; zeros where there is none.</param>
/// <param name="Erased">How many of them have lost their texts.</param>
/// <param name="Timestamps">How many timestamps of an authority fit.</param>
/// <param name="Fault">The first fault; null where all is well.</param>
public sealed record AuditVerdict(long Entries, byte[] Head, long Erased, long Timestamps, AuditFault? Fault);
