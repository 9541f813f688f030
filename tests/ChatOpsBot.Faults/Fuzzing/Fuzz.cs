using System.Diagnostics;
using System.Globalization;
using ChatOpsBot.Tests.Security.Wild;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Faults.Fuzzing;

/// <summary>Wild activities for the whole bot, wild pages for the reader, and the figures of both.</summary>
internal sealed class Fuzz(FuzzOptions options)
{
    private const int AtOnce = 8;

    // A turn reads what is open, of all: on a database that only grows, turns become slower and slower, and a session that is played alone
    // differs from the same among thousands.
    private const int SessionsPerHost = 400;

    private const int MostFailures = 20;
    private const int MegabytesAtMost = 1_500;

    // Ten megabytes are read in less: see WildPageTests.
    private static readonly TimeSpan LongestPage = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(30);

    private readonly WildRecord _record = new();
    private int _toldFailures;

    /// <returns>The exit code: 0 when nothing forbidden happened.</returns>
    public async Task<int> RunAsync()
    {
        var pages = ReadPages();
        var since = Stopwatch.GetTimestamp();
        // Every bot says there where it listens.
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        using (var timer = new Timer(_ => output.WriteLine(Progress(since)), null, TellEvery, TellEvery))
            await SendAsync();
        Console.SetOut(output);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;

        var failures = _record.Tally.Failures
            .Concat(_record.Teams.TakeComplaints().Select(complaint => new WildFailure(null, "written elsewhere", complaint, [])))
            .Concat(_record.Log.Faults.Distinct().Select(fault => new WildFailure(null, "logged", fault, [])))
            .Concat(pages)
            .OrderBy(IsLate)
            .ToList();
        if (Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000 is > MegabytesAtMost and var peak)
            failures.Add(new(null, "memory", $"{peak} MB were held.", []));
        Tell(seconds, failures);
        return failures.Count == 0 ? 0 : 1;
    }

    private bool IsLate(WildFailure failure) => Lateness.IsLate(failure, _record.Log.Faults);

    private static string Memory =>
        $"({Environment.WorkingSet / 1_000_000} MB held, {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB of objects)";

    private string Progress(long since)
    {
        var (tally, late) = (_record.Tally, _record.Tally.Failures.Count(IsLate));
        var perSecond = tally.Count / Stopwatch.GetElapsedTime(since).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  … {tally.Count:N0} ({perSecond:F0} a second, failures {tally.Failures.Count - late}, late {late}) {Memory}{NewFailures()}");
    }

    // A run of hours may be ended before its end: each failure is told at once.
    private string NewFailures()
    {
        var fresh = _record.Tally.Failures.Skip(_toldFailures).ToList();
        _toldFailures += fresh.Count;
        return string.Concat(fresh.Select(failure => $"{Environment.NewLine}{Line(failure)}"));
    }

    private string Line(WildFailure failure) =>
        $"--- {(IsLate(failure) ? "late" : failure.Kind)}, session {failure.Session}: {Short(failure.Complaint)}";

    private async Task SendAsync()
    {
        if (options.Replay is { } file)
        {
            await using var host = await StartAsync();
            foreach (var body in FailureFile.Read(file))
            {
                foreach (var complaint in await host.SendAsync("replayed", null, body))
                    _record.Tally.Add(new WildFailure(null, "replayed", complaint, [body]));
            }
        }
        else if (options.Session is { } only)
        {
            await using var host = await StartAsync();
            await host.PlayAsync(options.Seed, only);
        }
        else
        {
            for (var first = 0; IsToGoOn; first += SessionsPerHost)
                await PlayAsync(first);
        }
    }

    private bool IsToGoOn =>
        _record.Tally.Count < options.Count
        && _record.Tally.Failures.Count(failure => !IsLate(failure)) < MostFailures;

    private async Task PlayAsync(int first)
    {
        await using var host = await StartAsync();
        await Parallel.ForEachAsync(
            Enumerable.Range(first, SessionsPerHost).TakeWhile(_ => IsToGoOn),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await host.PlayAsync(options.Seed, number));
    }

    private Task<WildHost> StartAsync() => WildHost.StartAsync(
        _record,
        services => services.AddSharedParts().AddSingleton<TimeProvider>(new SlowTime()),
        WildHost.Patience * SlowTime.Factor);

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

    private void Tell(double seconds, List<WildFailure> failures)
    {
        var tally = _record.Tally;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            Activities: {tally.Count:N0} in {seconds:F0} s ({tally.Count / seconds:F0} a second), seed {options.Seed}
            Messages written: {_record.Teams.Written:N0}
            Statuses: {Told(tally.Statuses)}
            Kinds: {Told(tally.Kinds)}
            Longest wait: {tally.Longest.TotalSeconds:F1} s; most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB
            Failures: {failures.Count(failure => !IsLate(failure))}; late, to be played again on a quiet machine: {failures.Count(IsLate)}
            """));
        foreach (var failure in failures.Take(MostFailures))
            Console.WriteLine(Line(failure));
        if (failures.Count > 0)
            Console.WriteLine($"All that was sent until then: {FailureFile.Write(failures)}");
    }

    private static string Told<T>(IReadOnlyDictionary<T, int> counts) =>
        string.Join(", ", counts.OrderByDescending(it => it.Value).Select(it => $"{it.Key} {it.Value:N0}"));

    private static string Short(string text) => text.Length <= 800 ? text : text[..800] + "…";
}
