namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>One peer under load: first until it is warm, then for its figures.</summary>
internal sealed class PeerRun(Sink sink, Wrk wrk)
{
    // By then the just-in-time compilers have optimized what a turn runs; a slow peer gets as many turns for it as a fast one.
    private const int WarmUpTurns = 4_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WarmUpAtMost = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(15);

    public async Task<PeerFigures> MeasureAsync(Peer peer)
    {
        using var process = await PeerProcess.StartAsync(peer);
        var turns = 0L;
        for (var spent = TimeSpan.Zero; turns < WarmUpTurns && spent < WarmUpAtMost; spent += WarmUp)
            turns += (await OnceAsync(peer, process, WarmUp)).Turns;
        return await OnceAsync(peer, process, Measured);
    }

    private async Task<PeerFigures> OnceAsync(Peer peer, PeerProcess process, TimeSpan duration)
    {
        var (before, used, since) = (await sink.RestAsync(), process.Cpu, MachineTime.Now);
        var figures = await wrk.RunAsync(process.Endpoint, duration);
        var (answers, busy) = (await sink.RestAsync() - before, process.Cpu - used);
        var others = MachineTime.Now.OthersSince(since, busy);
        Check(peer, figures, answers);
        return new(figures, peer.IsBot ? answers : figures.Requests, busy, process.ResidentMegabytes, others);
    }

    // What is on its way when wrk leaves may still be answered; nothing else may be answered more or less than once.
    private static void Check(Peer peer, WrkFigures figures, long answers)
    {
        var accepted = figures.Requests - figures.Refused;
        var most = accepted + figures.Refused + figures.Broken + Wrk.Connections;
        if (accepted == 0 || (peer.IsBot && (answers < accepted || answers > most)))
            throw new InvalidOperationException($"{peer.Name}: {accepted} messages were accepted, but {answers} answers came.");
    }
}
