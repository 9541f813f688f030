namespace ChatOpsBot.Benchmarks.Announcing;

/// <summary>What one channel has got.</summary>
internal sealed class ChannelCopies
{
    public int Posts { get; set; }

    /// <summary>Of the posts, those that say that they were sent again.</summary>
    public int Marked { get; set; }

    public int Updates { get; set; }

    public int Replies { get; set; }

    /// <summary>Second copies that nobody was told are second ones.</summary>
    public int Doubled => Math.Max(0, Posts - Marked - 1);
}
