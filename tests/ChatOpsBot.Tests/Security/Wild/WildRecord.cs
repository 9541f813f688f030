namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>What came of wild activities, over all hosts that were sent some.</summary>
internal sealed class WildRecord
{
    public SilentTeams Teams { get; } = new();

    public WildTally Tally { get; } = new();

    public FaultLog Log { get; } = new();
}
