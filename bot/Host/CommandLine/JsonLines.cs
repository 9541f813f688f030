using System.Text.Json;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// Questions as JSON lines in, answers as JSON lines out, in the same order. A line that is no question becomes an error in its place,
/// and its number is told.
/// </summary>
internal static class JsonLines
{
    /// <param name="faults">Hears the number of each line that is no question, and why it is none.</param>
    /// <returns>The exit code: <see cref="ExitCodes.Negative"/> when a line was no question.</returns>
    public static async Task<int> AnswerAsync(
        Questions questions, TextReader input, TextWriter output, TextWriter faults, CancellationToken cancel)
    {
        var code = ExitCodes.Ok;
        for (var number = 1; await input.ReadLineAsync(cancel) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;

            var (question, fault) = Read(line);
            if (fault is not null)
            {
                code = ExitCodes.Negative;
                await faults.WriteLineAsync($"Line {number}: {fault}".AsMemory(), cancel);
            }

            var answer = question is null
                ? Error(fault!)
                : JsonSerializer.Serialize(await questions.AnswerAsync(question, cancel), CommandJson.Default.Answer);
            await output.WriteLineAsync(answer.AsMemory(), cancel);
            await output.FlushAsync(cancel);
        }

        return code;
    }

    private static (string? Question, string? Fault) Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CommandJson.Default.Question) is { Text: { } text }
                ? (text, null)
                : (null, "The line has no \"text\".");
        }
        catch (JsonException)
        {
            return (null, "The line is not a JSON object with a \"text\".");
        }
    }

    private static string Error(string message) => JsonSerializer.Serialize(new LineFault(message), CommandJson.Default.LineFault);
}
