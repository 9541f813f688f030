using ChatOpsBot.Domain.Times.Zones;

namespace ChatOpsBot.Application.Turns;

/// <summary>How a turn is processed. Configuration section <c>Turns</c>.</summary>
public sealed record TurnOptions
{
    public const string Section = "Turns";

    // Teams gives a message up after 15 s and delivers it again; sending the answer needs a part of that.
    private static readonly TimeSpan LongestLimit = TimeSpan.FromSeconds(14);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Time limit for finding an answer; after it, the person is told so. Default: 5 seconds.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an answered activity is kept in memory, so that a redelivery gets the same answer. Default: 10 minutes.</summary>
    public TimeSpan RememberActivities { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long the same press by the same person on the same card counts as a redelivery: Teams sends an invoke again with a new id
    /// up to half a minute later. Default: 60 seconds.
    /// </summary>
    public TimeSpan RememberPresses { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an answer is remembered for follow-ups such as "and on our side?". Default: 30 minutes.</summary>
    public TimeSpan RememberAnswers { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many of each are kept in memory, at most; the oldest are dropped first. Default: 20,000.</summary>
    public int RememberAtMost { get; init; } = 20_000;

    /// <summary>
    /// How long a turn that submits a request waits for the desk, so that its receipt can show the ticket number at once. Default: 2.5
    /// seconds.
    /// </summary>
    public TimeSpan WaitForDesk { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>
    /// The time zone for people whose client does not send one (IANA or Windows name). Default: UTC, and in local mode this machine's.
    /// </summary>
    public string? TimeZone { get; init; }

    internal IEnumerable<string> Faults()
    {
        if (Limit <= TimeSpan.Zero || Limit > LongestLimit)
            yield return $"Turns:Limit must be more than 0 and at most {LongestLimit:c}.";

        if (WaitForDesk <= TimeSpan.Zero || WaitForDesk > LongestWait)
            yield return $"Turns:WaitForDesk must be more than 0 and at most {LongestWait:c}.";

        if (new[] { RememberActivities, RememberPresses, RememberAnswers }.Any(span => span <= TimeSpan.Zero))
            yield return "Turns:RememberActivities, Turns:RememberPresses and Turns:RememberAnswers must be more than 0.";

        if (RememberAtMost < 1)
            yield return "Turns:RememberAtMost must be at least 1.";

        if (!string.IsNullOrWhiteSpace(TimeZone) && ZoneNames.Find(TimeZone) is null)
            yield return $"Turns:TimeZone is '{TimeZone}', which is not a time zone. Use a name such as Europe/Berlin.";
    }
}
