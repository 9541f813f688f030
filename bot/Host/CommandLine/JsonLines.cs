using System.Text.Json;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// Questions as JSON lines in, answers as JSON lines out, in the same order. A line that is no question becomes an error in its place.
/// </summary>
internal static class JsonLines
{
    public static async Task<int> AnswerAsync(Questions questions, TextReader input, TextWriter output, CancellationToken cancel)
    {
        while (await input.ReadLineAsync(cancel) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;

            await output.WriteLineAsync(Answer(questions, line).AsMemory(), cancel);
            await output.FlushAsync(cancel);
        }

        return ExitCodes.Ok;
    }

    private static string Answer(Questions questions, string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CommandJson.Default.Question) is { Text: { } text }
                ? JsonSerializer.Serialize(questions.Answer(text), CommandJson.Default.Answer)
                : Error("The line has no \"text\".");
        }
        catch (JsonException)
        {
            return Error("The line is not a JSON object with a \"text\".");
        }
    }

    private static string Error(string message) => JsonSerializer.Serialize(new LineFault(message), CommandJson.Default.LineFault);
}
