using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Storage.Outbox;

/// <summary>An errand that is its claimer's alone until the claim ends.</summary>
/// <param name="Attempt">How often it was tried in vain before: 0 for the first time.</param>
/// <param name="Until">When the claim ends: whoever needs longer may find another one doing the same.</param>
public sealed record ClaimedErrand(long Id, Errand Errand, int Attempt, DateTimeOffset Until);
