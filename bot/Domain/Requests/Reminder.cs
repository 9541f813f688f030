using NodaTime;

namespace ChatOpsBot.Domain.Requests;

/// <summary>A sentence for later.</summary>
/// <param name="News">The sentence, by key.</param>
public sealed record Reminder(Instant At, Problem News)
{
    /// <summary>It is not true any more from then on, and not told by a bot that stood still; null where it stays true.</summary>
    public Instant? Until { get; init; }

    /// <summary>What the request was for ends then.</summary>
    public bool IsEnd { get; init; }
}
