namespace ChatOpsBot.Domain.Recovery;

/// <summary>How many hear of an event.</summary>
public sealed record Reach(int Channels, int Teams)
{
    public static Reach Nobody { get; } = new(0, 0);
}
