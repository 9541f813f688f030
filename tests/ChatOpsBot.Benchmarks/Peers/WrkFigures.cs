using System.Globalization;

namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>What wrk counted: responses, also those that refuse, and the time they took.</summary>
/// <param name="Refused">Responses that say that something is wrong.</param>
/// <param name="Broken">Connections that failed, and responses that did not come in time.</param>
internal sealed record WrkFigures(long Requests, TimeSpan Took, TimeSpan Median, TimeSpan P99, TimeSpan Longest, long Refused, long Broken)
{
    private const string Mark = "figures ";

    /// <summary>Reads the line that turns.lua writes at the end.</summary>
    public static WrkFigures Read(string output)
    {
        var line = output.Split('\n').Single(line => line.StartsWith(Mark, StringComparison.Ordinal));
        var numbers = line[Mark.Length..].Split(' ').Select(it => long.Parse(it, CultureInfo.InvariantCulture)).ToList();
        return new(
            numbers[0],
            TimeSpan.FromMicroseconds(numbers[1]),
            TimeSpan.FromMicroseconds(numbers[2]),
            TimeSpan.FromMicroseconds(numbers[3]),
            TimeSpan.FromMicroseconds(numbers[4]),
            numbers[5],
            numbers[6]);
    }
}
