using NodaTime;

namespace ChatOpsBot.Domain.Requests;

/// <summary>A sentence for later.</summary>
/// <param name="News">The sentence, by key.</param>
public sealed record Reminder(Instant At, Problem News);
