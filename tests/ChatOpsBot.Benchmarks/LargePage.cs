using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Benchmarks;

/// <summary>Questions about a page of ten thousand rows, far more than any real one has.</summary>
internal static class LargePage
{
    private const int Rows = 10_000;
    private const int WarmUp = 500;
    private const int Count = 3_000;

    // The shortest of these counts: on a machine that does other work as well, any one may have waited for its turn.
    private const int Runs = 3;

    private static readonly string[] Subjects =
        ["nodes", "queues", "buckets", "keys", "images", "zones", "agents", "backups", "policies", "certificates", "volumes", "brokers"];

    private static readonly string[] Verbs =
        ["patch", "restore", "monitor", "rotate", "replace", "delete", "archive", "renew", "configure"];

    private static readonly string[] Asked =
    [
        "who patches the nodes of unit 4711?", "who restores?", "queues?", "Wer überwacht die Zertifikate der Unit 77?",
        "hi, since last night the agents of unit 9000 hang, who has to replace them, is that us or IBM?", "who rotats the keys of unit 123",
        "who feeds the office cat?", "change management of the volumes in unit 5555", "who provides images and renews certificates",
    ];

    public static string Measure()
    {
        using var reader = new SentenceReader(MatrixReader.Read(Page()));
        Times(reader, WarmUp);
        var times = Times(reader, Count);
        var (median, p99) = (times[Count / 2], times[Count * 99 / 100]);
        return $"Questions about a page of {Rows} rows: median {median:F2} ms, p99 {p99:F2} ms (one core, shortest of {Runs})";
    }

    private static List<double> Times(SentenceReader reader, int count)
    {
        var times = new List<double>(count);
        for (var number = 0; number < count; number++)
            times.Add(Enumerable.Range(0, Runs).Min(_ => Once(reader, Asked[number % Asked.Length])));

        times.Sort();
        return times;
    }

    private static double Once(SentenceReader reader, string text)
    {
        var since = Stopwatch.GetTimestamp();
        reader.Read(text);
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    // Short rows: the reader takes a million characters and no more.
    private static string Page()
    {
        var page = new StringBuilder("# Page\n## Change management\n| Task | IBM | You |\n|---|---|---|\n");
        for (var row = 0; row < Rows; row++)
        {
            var (subject, verb, other) = (Subjects[row % Subjects.Length], Verbs[row % Verbs.Length], Verbs[(row + 4) % Verbs.Length]);
            page.Append(
                CultureInfo.InvariantCulture,
                $"| Unit {row} {subject} | Provide tools to {verb} {subject}. | {other} the {subject}. |\n");
        }

        return page.ToString();
    }
}
