using System.Diagnostics;
using System.Globalization;
using ChatOpsBot.Tests.Security.Wild;

namespace ChatOpsBot.Faults.Fuzzing;

/// <summary>Wild activities for the whole bot, wild pages for the reader, and the figures of both.</summary>
internal sealed class Fuzz(FuzzOptions options)
{
    private const int AtOnce = 8;
    private const int MostFailures = 20;
    private const int MegabytesAtMost = 1_500;

    // Ten megabytes are read in less: see WildPageTests.
    private static readonly TimeSpan LongestPage = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(30);

    /// <returns>The exit code: 0 when nothing forbidden happened.</returns>
    public async Task<int> RunAsync()
    {
        var pages = ReadPages();
        await using var host = await WildHost.StartAsync();
        var since = Stopwatch.GetTimestamp();
        using (var timer = new Timer(_ => Console.WriteLine($"  … {host.Tally.Count:N0} {Memory}"), null, TellEvery, TellEvery))
            await SendAsync(host);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;

        var failures = host.Tally.Failures
            .Concat(host.Teams.TakeComplaints().Select(complaint => new WildFailure(null, "written elsewhere", complaint, [])))
            .Concat(host.Faults.Distinct().Select(fault => new WildFailure(null, "logged", fault, [])))
            .Concat(pages)
            .ToList();
        if (Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000 is > MegabytesAtMost and var peak)
            failures.Add(new(null, "memory", $"{peak} MB were held.", []));
        Tell(host, seconds, failures);
        return failures.Count == 0 ? 0 : 1;
    }

    private static string Memory =>
        $"({Environment.WorkingSet / 1_000_000} MB held, {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB of objects)";

    private async Task SendAsync(WildHost host)
    {
        if (options.Replay is { } file)
        {
            foreach (var body in FailureFile.Read(file))
            {
                foreach (var complaint in await host.SendAsync("replayed", null, body))
                    host.Tally.Add(new WildFailure(null, "replayed", complaint, [body]));
            }

            return;
        }

        var sessions = options.Session is { } only
            ? Enumerable.Range(only, 1)
            : Enumerable
                .Range(0, int.MaxValue)
                .TakeWhile(_ => host.Tally.Count < options.Count && host.Tally.Failures.Count < MostFailures);
        await Parallel.ForEachAsync(
            sessions,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await host.PlayAsync(options.Seed, number));
    }

    private List<WildFailure> ReadPages()
    {
        List<WildFailure> failures = [];
        var (since, longest) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        for (var number = 0; number < options.Pages && failures.Count < MostFailures; number++)
        {
            var page = WildPages.Any(new Random(unchecked((options.Seed * 1_000_003) + number)));
            var started = Stopwatch.GetTimestamp();
            failures.AddRange(ComplaintsOf(page).Select(complaint =>
                new WildFailure(number, "page", complaint, [System.Text.Encoding.UTF8.GetBytes(page)])));
            var took = Stopwatch.GetElapsedTime(started);
            longest = took > longest ? took : longest;
            if (took > LongestPage)
                failures.Add(new(number, "page", $"It took {took}.", [System.Text.Encoding.UTF8.GetBytes(page)]));
        }

        if (options.Pages > 0)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Pages: {options.Pages:N0} in {Stopwatch.GetElapsedTime(since).TotalSeconds:F0} s, longest {longest.TotalMilliseconds:F0} ms, failures {failures.Count}"));
        return failures;
    }

    private static List<string> ComplaintsOf(string page)
    {
        try
        {
            return [.. WildPages.Complaints(page)];
        }
#pragma warning disable CA1031 // Whatever the reader throws is what is looked for.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return [fault.ToString()];
        }
    }

    private void Tell(WildHost host, double seconds, List<WildFailure> failures)
    {
        var tally = host.Tally;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            Activities: {tally.Count:N0} in {seconds:F0} s ({tally.Count / seconds:F0} a second), seed {options.Seed}
            Messages written: {host.Teams.Written:N0}
            Statuses: {Told(tally.Statuses)}
            Kinds: {Told(tally.Kinds)}
            Longest wait: {tally.Longest.TotalSeconds:F1} s; most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB
            Failures: {failures.Count}
            """));
        foreach (var failure in failures.Take(MostFailures))
            Console.WriteLine($"--- {failure.Kind}, session {failure.Session}: {Short(failure.Complaint)}");
        if (failures.Count > 0)
            Console.WriteLine($"All that was sent until then: {FailureFile.Write(failures.Take(MostFailures))}");
    }

    private static string Told<T>(IReadOnlyDictionary<T, int> counts) =>
        string.Join(", ", counts.OrderByDescending(it => it.Value).Select(it => $"{it.Key} {it.Value:N0}"));

    private static string Short(string text) => text.Length <= 800 ? text : text[..800] + "…";
}
