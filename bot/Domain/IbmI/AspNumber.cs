namespace ChatOpsBot.Domain.IbmI;

/// <summary>A disk pool by number. Source: IBM i documentation, page ddp/rbal1auxstore.</summary>
public sealed record AspNumber
{
    public const int Lowest = 1;
    public const int HighestBasic = 32;
    public const int Highest = 255;

    internal AspNumber(int number) => Number = number;

    public int Number { get; }

    public bool IsSystem => Number == Lowest;

    /// <summary>33 to 255: its device has to be named to restore into it, the number will not do.</summary>
    public bool IsIndependent => Number > HighestBasic;
}
