namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// The pause before something is tried again: it doubles with each failure, and a random part of up to half is added, so that what failed
/// together does not come back together.
/// </summary>
/// <param name="Longest">No pause is longer.</param>
public readonly record struct Backoff(TimeSpan First, TimeSpan Longest)
{
    /// <summary>More doublings are longer than any pause.</summary>
    private const int MostDoublings = 30;

    /// <param name="failures">How often it has failed in a row, at least once.</param>
    public TimeSpan After(int failures)
    {
        var pause = First * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings)) * (1 + (Random.Shared.NextDouble() / 2));
        return pause < Longest ? pause : Longest;
    }
}
