namespace ChatOpsBot.Tests.Support;

/// <summary>
/// A clock that runs as fast as the wall's and always starts at the same instant, so that what is tested with real sockets, browsers and
/// databases does not depend on the day and hour it is tested at.
/// </summary>
internal sealed class RunningClock : TimeProvider
{
    // Monday, nine in Berlin.
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly long _started = System.GetTimestamp();

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public override DateTimeOffset GetUtcNow() => Start + System.GetElapsedTime(_started);
}
