using System.Diagnostics;

namespace ChatOpsBot.Benchmarks;

/// <summary>Many questions through <c>ask --json</c>, counted from the first answer on: what a script waits for after the start.</summary>
internal static class Lines
{
    private const int Count = 1_000;
    private const int Runs = 3;

    public static async Task<string> MeasureAsync()
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
            times.Add(await OnceAsync());

        return $"ask --json, {Count} lines after start-up (median of {Runs}): {times.Order().ElementAt(Runs / 2):F2} s";
    }

    private static async Task<double> OnceAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ChatOpsBot.dll"), "ask", "--json"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync("""{"text": "hello"}""");
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync();

        var since = Stopwatch.GetTimestamp();
        var answers = process.StandardOutput.ReadToEndAsync();
        for (var number = 0; number < Count; number++)
            await process.StandardInput.WriteLineAsync($$"""{"text": "{{Sentences.Said[number % Sentences.Said.Count]}} ({{number}})"}""");
        process.StandardInput.Close();
        var lines = (await answers).Count(letter => letter == '\n');
        return lines == Count
            ? Stopwatch.GetElapsedTime(since).TotalSeconds
            : throw new InvalidOperationException($"{lines} answers came.");
    }
}
