namespace ChatOpsBot.Storage.Audit;

/// <summary>An end of the chain that somebody wrote down elsewhere: so many entries, and the hash of the last of them.</summary>
public sealed record AuditAnchor(long Entries, byte[] Hash);
