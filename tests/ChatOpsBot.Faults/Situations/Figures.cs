namespace ChatOpsBot.Faults.Situations;

/// <summary>What became of a situation.</summary>
/// <param name="Tried">How many things were under way in it, each of which has to come to its end once.</param>
/// <param name="Lost">Of those, the ones that did not, although the bot had taken them.</param>
/// <param name="Doubled">What came to somebody again without a word of that.</param>
/// <param name="Marked">What came again and says so.</param>
/// <param name="Fault">Why it could not be played to its end; null where it was.</param>
internal sealed record Figures(string Situation, int Tried, int Lost = 0, int Doubled = 0, int Marked = 0, string? Fault = null)
{
    /// <summary>What was doubled, in its own words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public bool IsGood => Lost == 0 && Doubled == 0 && Fault is null;
}
