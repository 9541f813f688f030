using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Domain.Requests.Approvals;

/// <summary>What a second person said.</summary>
/// <param name="Version">The confirmed version it is about; it counts for no other.</param>
/// <param name="Reason">What was typed with a no; null for none.</param>
public sealed record Decision(Person By, DateTimeOffset At, bool IsApproval, int Version, string? Reason = null);
