using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Times.Zones;

namespace ChatOpsBot.Application.Turns;

/// <summary>How a turn is processed. Configuration section <c>Turns</c>.</summary>
public sealed record TurnOptions : IValidatableObject
{
    public const string Section = "Turns";

    /// <summary>
    /// Time limit for finding an answer; after it, the person is told so. At most 14 seconds: Teams gives a message up after 15 and
    /// delivers it again, and sending the answer takes time too. Default: 5 seconds.
    /// </summary>
    [SettingRange("00:00:00", "00:00:14", MinimumIsExclusive = true)]
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an answered activity is kept in memory, so that a redelivery gets the same answer. Default: 10 minutes.</summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan RememberActivities { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long the same press by the same person on the same card counts as a redelivery: Teams sends an invoke again with a new id
    /// up to half a minute later. Default: 60 seconds.
    /// </summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan RememberPresses { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long an answer is remembered for follow-ups such as "and on our side?", and the language somebody wrote in. Default: 30 minutes.
    /// </summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan RememberAnswers { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many of each are kept in memory, at most; the oldest are dropped first. Default: 20,000.</summary>
    [SettingRange(1)]
    public int RememberAtMost { get; init; } = 20_000;

    /// <summary>
    /// How long a turn that submits a request waits for the desk, so that its receipt can show the ticket number at once. Default: 2.5
    /// seconds.
    /// </summary>
    [SettingRange("00:00:00", "00:00:05", MinimumIsExclusive = true)]
    public TimeSpan WaitForDesk { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>
    /// How many turns are worked at once, at most; the others wait a moment, and are told that the bot is busy. Default: 256.
    /// </summary>
    [SettingRange(1)]
    public int AtOnce { get; init; } = 256;

    /// <summary>
    /// Messages and presses of one person that are worked in a second, at most, with bursts of three times as many. Not in local mode.
    /// Default: 20.
    /// </summary>
    [SettingRange(1)]
    public int PerPersonASecond { get; init; } = 20;

    /// <summary>The same of one tenant. Default: 500.</summary>
    [SettingRange(1)]
    public int PerTenantASecond { get; init; } = 500;

    /// <summary>
    /// The time zone for people whose client does not send one (IANA or Windows name). Default: UTC, and in local mode this machine's.
    /// </summary>
    public string? TimeZone { get; init; }

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(TimeZone) && ZoneNames.Find(TimeZone) is null)
            yield return new($"{Section}:TimeZone is '{TimeZone}', which is not a time zone. Use a name such as Europe/Berlin.");
    }
}
