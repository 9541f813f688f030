namespace ChatOpsBot.Tests.Support;

/// <summary>
/// Settings of a bot whose Teams sets no limits: the people of tests type faster than any, and a clock that stands still empties no window.
/// </summary>
internal static class Unpaced
{
    private const string Most = "10000";

    public static IEnumerable<KeyValuePair<string, string?>> Settings { get; } =
    [
        new("Pacing:TenantCallsPerSecond", Most),
        new("Pacing:ThreadCallsIn1Second", Most),
        new("Pacing:ThreadCallsIn2Seconds", Most),
        new("Pacing:ThreadCallsIn30Seconds", Most),
        new("Pacing:ThreadCallsInOneHour", Most),
    ];
}
