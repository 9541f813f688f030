using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Outbox;

/// <summary>How outgoing work is delivered after a commit. Configuration section <c>Outbox</c>.</summary>
public sealed record OutboxOptions : IValidatableObject
{
    public const string Section = "Outbox";

    /// <summary>
    /// How long a message belongs to the instance that claimed it; if that instance stops, another takes it over after this time.
    /// Default: 2 minutes.
    /// </summary>
    [SettingRange("00:00:00", "01:00:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Time limit for one attempt of a message; must be less than the lease. Default: 1 minute.</summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The pause after the first failed attempt; it doubles after each further one. Default: 2 seconds.</summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest pause between two attempts. Default: 5 minutes.</summary>
    [SettingRange("00:00:00", "01:00:00")]
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How often a message is tried before it is given up; opening a ticket is never given up. Default: 20, which takes about an hour.
    /// </summary>
    [SettingRange(1)]
    public int Attempts { get; init; } = 20;

    /// <summary>How many messages run at the same time, each for a different request. Default: 8.</summary>
    [SettingRange(1, 64)]
    public int Parallel { get; init; } = 8;

    /// <summary>How often to look for messages that another instance left behind. Default: 5 seconds.</summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long messages in flight may take before they are given back when the bot stops. Default: 10 seconds.</summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan EndWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a message may be overdue before it makes <c>/readyz</c> say Degraded (it stays 200). Default: 5 minutes.</summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(5);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (Lease <= TimeLimit)
            yield return new($"{Section}:Lease must be more than {Section}:TimeLimit.");

        if (LongestPause < FirstPause)
            yield return new($"{Section}:LongestPause must be at least {Section}:FirstPause.");
    }
}
