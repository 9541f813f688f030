using System.Text.Json;
using ChatOpsBot.Tests.Security.Wild;

namespace ChatOpsBot.Faults.Fuzzing;

/// <summary>
/// What was sent until something forbidden happened, a line for each failure: some of it is no text, so all of it is base64.
/// </summary>
internal static class FailureFile
{
    public static string Write(IEnumerable<WildFailure> failures)
    {
        var file = Path.Combine(Path.GetTempPath(), $"chatopsbot-fuzz-{Environment.ProcessId}.jsonl");
        File.WriteAllLines(file, failures.Select(failure => JsonSerializer.Serialize(failure)));
        return file;
    }

    public static IEnumerable<byte[]> Read(string file) =>
        File.ReadLines(file).SelectMany(line => JsonSerializer.Deserialize<WildFailure>(line)!.Sent);
}
