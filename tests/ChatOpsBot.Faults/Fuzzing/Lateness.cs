using System.Text.RegularExpressions;
using ChatOpsBot.Tests.Security.Wild;

namespace ChatOpsBot.Faults.Fuzzing;

/// <summary>
/// Tells what failed for want of time from what failed of itself. A run that gives way to everything else has its threads wait for the
/// processor, and then a limit passes that is measured on the wall clock: such a turn is to be played again on a quiet machine.
/// </summary>
internal static partial class Lateness
{
    // The limit of a turn, of a pattern, of a wait for SQLite's writer.
    private static readonly string[] Limits = ["no answer within", nameof(RegexMatchTimeoutException), "database is locked"];

    public static bool IsLate(WildFailure failure, IEnumerable<string> faults) =>
        failure.Complaint.StartsWith(WildHost.NoResponse, StringComparison.Ordinal)
        || IsLate(failure.Complaint)
        || faults.Where(IsLate).Any(fault => Reference().Match(fault) is { Success: true } named
            && failure.Complaint.Contains(named.Groups["reference"].Value, StringComparison.Ordinal));

    private static bool IsLate(string fault) => Limits.Any(limit => fault.Contains(limit, StringComparison.Ordinal));

    [GeneratedRegex(@"\bTurn (?<reference>[A-Z0-9]{4,})\b")]
    private static partial Regex Reference();
}
