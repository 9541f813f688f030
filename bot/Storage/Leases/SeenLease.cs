namespace ChatOpsBot.Storage.Leases;

/// <summary>A lease as it stands.</summary>
/// <param name="Until">By the clock of the holder, which may differ from anybody else's.</param>
public sealed record SeenLease(string Holder, DateTimeOffset Until);
