namespace ChatOpsBot.Host.Health;

/// <summary>
/// Whether this machine's clock is right, by the date that a server of Microsoft says: tokens are good between two times.
/// </summary>
internal static class ClockFindings
{
    /// <summary>Half of what the check of a token bears; a date is told in whole seconds and is some seconds on its way.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(2);

    /// <param name="said">The Date of an answer that has just come (RFC 9110, 6.6.1).</param>
    public static IEnumerable<Finding> Findings(DateTimeOffset? said, DateTimeOffset now)
    {
        if (said is not { } theirs)
            yield break;

        var skew = now - theirs;
        yield return skew.Duration() > MostSkew
            ? new(
                "clock",
                FindingState.Fault,
                $"this machine's clock is {skew.Duration():d\\.hh\\:mm\\:ss} {(skew > TimeSpan.Zero ? "ahead" : "behind")}: tokens will be refused and times shown wrong. Turn on time synchronisation.")
            : new("clock", FindingState.Good, "this machine's clock is correct.");
    }
}
