namespace ChatOpsBot.Storage.Audit;

/// <summary>An end of the chain that somebody wrote down elsewhere: the number of entries, and the hash of the last of them.</summary>
public sealed record AuditAnchor(long Entries, byte[] Hash);
