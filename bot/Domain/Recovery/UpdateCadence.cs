namespace ChatOpsBot.Domain.Recovery;

/// <summary>How often people are promised news: soon at first, then less often.</summary>
public sealed record UpdateCadence
{
    /// <summary>The first hours, in which news is promised every <see cref="Often"/>.</summary>
    public TimeSpan Urgent { get; init; } = TimeSpan.FromHours(2);

    public TimeSpan Often { get; init; } = TimeSpan.FromMinutes(20);

    public TimeSpan Later { get; init; } = TimeSpan.FromHours(1);

    /// <summary>When the next news is due, counted from the news of now.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset declared, DateTimeOffset now) => now + (now - declared < Urgent ? Often : Later);
}
