using System.Diagnostics;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Benchmarks;

/// <summary>How many sentences one core understands.</summary>
internal static class Sentences
{
    private const int Count = 5_000;

    public static readonly IReadOnlyList<string> Said =
    [
        "who applies PTFs?", "our LPAR is slow, whose problem is it?", "do you guys watch QSYSOPR?", "wer macht die tägliche Sicherung?",
        "is it on us to bring the app up after a failover?", "restore PRODLIB on LPAR1 from last night", "who renews the windows licences?",
    ];

    public static string Measure()
    {
        using var reader = new SentenceReader(MatrixLibrary.Shipped().In("en"));
        foreach (var text in Said)
            reader.Read(text);

        var since = Stopwatch.GetTimestamp();
        for (var number = 0; number < Count; number++)
            reader.Read($"{Said[number % Said.Count]} ({number})");

        return $"Sentences understood: {Count / Stopwatch.GetElapsedTime(since).TotalSeconds:F0} a second (one core)";
    }
}
