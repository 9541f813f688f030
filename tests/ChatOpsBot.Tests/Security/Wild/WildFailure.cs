namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>Something the bot must never do, and all that was sent in that session until it did.</summary>
/// <param name="Session">Its number; null for what no session can be made answerable for.</param>
internal sealed record WildFailure(int? Session, string Kind, string Complaint, IReadOnlyList<byte[]> Sent);
