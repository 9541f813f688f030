namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>
/// How many calls may be under way. After a rest it begins with one and doubles with each that ends: the first call of a while makes
/// connections, gets a token and is slow, and what left behind it would arrive all at once and be too much.
/// </summary>
internal sealed class Throughput(int most, TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Lock _door = new();
    private int _now = 1;
    private long _ended = time.GetTimestamp();

    public int Now
    {
        get
        {
            lock (_door)
                return _now;
        }
    }

    public void Began(int running)
    {
        lock (_door)
        {
            if (running == 0 && time.GetElapsedTime(_ended) > Rest)
                _now = 1;
        }
    }

    public void Ended()
    {
        lock (_door)
            (_now, _ended) = (Math.Min(_now * 2, most), time.GetTimestamp());
    }
}
