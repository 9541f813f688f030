using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>How announcements of DR events are delivered to channels. Configuration section <c>Recovery:Announcing</c>.</summary>
public sealed record AnnouncingOptions : IValidatableObject
{
    public const string Section = "Recovery:Announcing";

    /// <summary>
    /// What to do when it is unknown whether a message arrived: <c>SendAgain</c>, and it says so, or <c>LeaveIt</c>. Default: SendAgain.
    /// </summary>
    public UnknownEndPolicy UnknownEnd { get; init; }

    /// <summary>How often a message is sent again to a channel after unknown outcomes, at most. Default: 8.</summary>
    [SettingRange(1, 100)]
    public int ResendAtMost { get; init; } = 8;

    /// <summary>How often a call is tried before it is given up until the event changes. Default: 20, which takes about an hour.</summary>
    [SettingRange(1, 1000)]
    public int Attempts { get; init; } = 20;

    /// <summary>The pause after the first failed attempt; it doubles after each further one. Default: 2 seconds.</summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest pause between two attempts. Default: 5 minutes.</summary>
    [SettingRange("00:00:00", "01:00:00")]
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many calls may be in progress at the same time, each to a different channel. Default: 96.</summary>
    [SettingRange(1, 1000)]
    public int AtOnce { get; init; } = 96;

    /// <summary>
    /// One instance at a time sends. It renews this lease three times within this time; if it does not, another instance takes over.
    /// Default: 7 seconds.
    /// </summary>
    [SettingRange("00:00:01", "00:01:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>How often to look for changes that another instance saved. Default: half a second.</summary>
    [SettingRange("00:00:00.05", "01:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often open events are compared with the channels that currently follow them. Default: 15 seconds.</summary>
    [SettingRange("00:00:00.05", "01:00:00")]
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(15);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (LongestPause < FirstPause)
            yield return new($"{Section}:LongestPause must be at least {Section}:FirstPause.");
    }
}
