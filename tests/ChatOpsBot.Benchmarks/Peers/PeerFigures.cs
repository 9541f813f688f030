namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>What was measured of a peer.</summary>
/// <param name="Wrk">As seen by those who write to it.</param>
/// <param name="Turns">What was done in that time: answers that arrived in Teams, or responses of what answers nothing.</param>
/// <param name="Cpu">What its process used of a core for them.</param>
/// <param name="Others">Share of the machine that other work had meanwhile.</param>
internal sealed record PeerFigures(WrkFigures Wrk, long Turns, TimeSpan Cpu, double ResidentMegabytes, double Others)
{
    public double TurnsASecond => Turns / Wrk.Took.TotalSeconds;

    public double CpuMillisecondsATurn => Cpu.TotalMilliseconds / Turns;
}
