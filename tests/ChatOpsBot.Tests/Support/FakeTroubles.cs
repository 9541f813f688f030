namespace ChatOpsBot.Tests.Support;

/// <summary>
/// Which part of all calls, from 0 to 1, goes wrong in which way. What happens to the nth call of a thread depends on the seed alone,
/// not on which thread comes first.
/// </summary>
public sealed record FakeTroubles(
    int Seed, double Throttled = 0, double Unavailable = 0, double Hangs = 0, double Lost = 0, double Forgotten = 0)
{
    /// <param name="number">Which call of the thread it is.</param>
    public FakeVerdict For(string thread, int number)
    {
        var chance = new Random(thread.Aggregate((Seed * 31) + number, (hash, letter) => (hash * 31) + letter)).NextDouble();
        (FakeVerdict Verdict, double Share)[] shares =
        [
            (FakeVerdict.Throttled, Throttled),
            (FakeVerdict.Unavailable, Unavailable),
            (FakeVerdict.Hangs, Hangs),
            (FakeVerdict.Lost, Lost),
            (FakeVerdict.Forgotten, Forgotten),
        ];
        foreach (var (verdict, share) in shares)
        {
            chance -= share;
            if (chance < 0)
                return verdict;
        }

        return FakeVerdict.LetThrough;
    }
}
