using System.Text.Json;
using System.Threading.Channels;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// Questions as JSON lines in, answers as JSON lines out, in the same order. A line that is no question becomes an error in its place,
/// and its number is told. As many lines are answered at the same time as there are cores.
/// </summary>
internal static class JsonLines
{
    /// <param name="faults">Hears the number of each line that is no question, and why it is none.</param>
    /// <returns>The exit code: <see cref="ExitCodes.Negative"/> when a line was no question.</returns>
    public static async Task<int> AnswerAsync(
        Questions questions, TextReader input, TextWriter output, TextWriter faults, CancellationToken cancel)
    {
        var lines = Channel.CreateBounded<Task<AnsweredLine>>(Environment.ProcessorCount);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // Not waited for: where nothing more can be written, it may still hang on an input that does not end.
        _ = ReadAsync(questions, input, lines.Writer, stop.Token);
        try
        {
            return await WriteAsync(lines.Reader, output, faults, cancel);
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private static async Task ReadAsync(
        Questions questions, TextReader input, ChannelWriter<Task<AnsweredLine>> lines, CancellationToken cancel)
    {
        try
        {
            for (var number = 1; await input.ReadLineAsync(cancel) is { } line; number++)
            {
                if (string.IsNullOrWhiteSpace(line))
                    continue;

                var place = number;
                var answer = Task.Run(() => AnswerAsync(questions, line, place, cancel), cancel);
                await lines.WriteAsync(answer, cancel);
                // A language model has only so many calls, which are for the first that need them.
                if (questions.AsksModel)
                    await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            lines.Complete();
        }
        catch (Exception fault)
        {
            lines.Complete(fault);
        }
    }

    private static async Task<int> WriteAsync(
        ChannelReader<Task<AnsweredLine>> lines, TextWriter output, TextWriter faults, CancellationToken cancel)
    {
        var code = ExitCodes.Ok;
        while (await lines.WaitToReadAsync(cancel))
        {
            while (lines.TryRead(out var line))
            {
                // Nobody waits for an answer that is there already.
                if (!line.IsCompleted)
                    await output.FlushAsync(cancel);

                var (answer, fault) = await line;
                if (fault is not null)
                {
                    code = ExitCodes.Negative;
                    await faults.WriteLineAsync(fault.AsMemory(), cancel);
                }

                await output.WriteLineAsync(answer.AsMemory(), cancel);
            }

            await output.FlushAsync(cancel);
        }

        return code;
    }

    private static async Task<AnsweredLine> AnswerAsync(Questions questions, string line, int number, CancellationToken cancel)
    {
        var (question, fault) = Read(line);
        return question is null
            ? new(JsonSerializer.Serialize(new LineFault(fault!), CommandJson.Default.LineFault), $"Line {number}: {fault}")
            : new(JsonSerializer.Serialize(await questions.AnswerAsync(question, cancel), CommandJson.Default.Answer), Fault: null);
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

    /// <param name="Answer">The line as it goes out.</param>
    /// <param name="Fault">Why the line that came in is no question, with its number; null for a question.</param>
    private readonly record struct AnsweredLine(string Answer, string? Fault);
}
