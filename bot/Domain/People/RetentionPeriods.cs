namespace ChatOpsBot.Domain.People;

/// <summary>How long records are kept, as settings have it; each counts from when the thing ended.</summary>
public sealed record RetentionPeriods
{
    public TimeSpan Requests { get; init; } = TimeSpan.FromDays(730);

    public TimeSpan Events { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Drafts after they were given up or ran out.</summary>
    public TimeSpan Drafts { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Places that the bot was removed from.</summary>
    public TimeSpan LeftPlaces { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Marks that tell a message that was answered from a new one.</summary>
    public TimeSpan Activities { get; init; } = TimeSpan.FromDays(7);
}
