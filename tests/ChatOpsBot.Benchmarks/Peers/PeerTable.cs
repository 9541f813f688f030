using System.Globalization;

namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>The bot and its peers under the same load, one after the other, in one table.</summary>
internal static class PeerTable
{
    private static readonly string[] Head =
        ["", "turns/s", "to echo C#", "median ms", "p99 ms", "CPU ms/turn", "resident MB", "errors", "others"];

    /// <param name="named">Those whose names contain this.</param>
    public static async Task<string> MeasureAsync(string named = "")
    {
        var folder = Directory.CreateTempSubdirectory("chatopsbot-");
        await using var sink = await Sink.StartAsync();
        var activity = Path.Combine(folder.FullName, "activity.json");
        await File.WriteAllTextAsync(activity, PeerTurn.WithGaps(sink.ServiceUrl));
        var run = new PeerRun(sink, new Wrk(activity));

        var measured = new Dictionary<Peer, PeerFigures?>();
        foreach (var peer in PeerList.In(folder).Where(peer => peer.Name.Contains(named, StringComparison.OrdinalIgnoreCase)))
            measured[peer] = peer.Missing is null ? await run.MeasureAsync(peer) : null;

        folder.Delete(recursive: true);
        return $"{Table(measured)}\n(wrk, {Wrk.Connections} at once; others: share of the machine that other work had, the less the better)";
    }

    private static string Table(Dictionary<Peer, PeerFigures?> measured)
    {
        var echo = measured.SingleOrDefault(pair => pair.Key.Name == PeerList.Reference).Value;
        List<string[]> rows = [Head, .. measured.Select(pair => Row(pair.Key, pair.Value, echo))];
        var full = rows.Where(row => row.Length == Head.Length).ToList();
        var widths = Enumerable.Range(0, Head.Length).Select(at => full.Max(row => row[at].Length)).ToList();
        return string.Join('\n', rows.Select(row => string.Join(
            "  ", row.Select((cell, at) => at == 0 ? cell.PadRight(widths[at]) : cell.PadLeft(widths[at]))).TrimEnd()));
    }

    private static string[] Row(Peer peer, PeerFigures? figures, PeerFigures? echo) => figures is null
        ? [peer.Name, $"not measured: {peer.Missing}"]
        :
        [
            peer.Name,
            Told(figures.TurnsASecond, "F0"),
            echo is null ? "" : Told(figures.TurnsASecond / echo.TurnsASecond, "F2"),
            Told(figures.Wrk.Median.TotalMilliseconds, "F1"),
            Told(figures.Wrk.P99.TotalMilliseconds, "F1"),
            Told(figures.CpuMillisecondsATurn, "F2"),
            Told(figures.ResidentMegabytes, "F0"),
            Told(figures.Wrk.Refused + figures.Wrk.Broken, "F0"),
            Told(100 * figures.Others, "F0") + " %",
        ];

    private static string Told(double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);
}
