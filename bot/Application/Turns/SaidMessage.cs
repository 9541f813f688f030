namespace ChatOpsBot.Application.Turns;

/// <summary>What is remembered of a message until it can no longer be expected to be edited.</summary>
/// <param name="Digest">That of its text (<see cref="ActivityKeys.DigestOf"/>); the text itself is not kept.</param>
/// <param name="HasSaved">Something was changed because of it.</param>
internal sealed record SaidMessage(string Digest, bool HasSaved);
