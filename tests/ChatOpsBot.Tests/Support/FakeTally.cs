namespace ChatOpsBot.Tests.Support;

/// <summary>How often which verdict fell.</summary>
public sealed class FakeTally
{
    private readonly int[] _counts = new int[Enum.GetValues<FakeVerdict>().Length];

    public int Total => _counts.Sum();

    public int this[FakeVerdict verdict] => _counts[(int)verdict];

    internal void Add(FakeVerdict verdict) => _counts[(int)verdict]++;
}
