namespace ChatOpsBot.Application.Desks;

/// <summary>The support desk where requests become tickets. Configuration section <c>Desk</c>.</summary>
public sealed record DeskOptions
{
    public const string Section = "Desk";

    private static readonly TimeSpan LongestLimit = TimeSpan.FromMinutes(1);

    /// <summary>Which desk. <see cref="DeskKind.Local"/>: tickets in the bot's own database, worked from its command line.</summary>
    public DeskKind Kind { get; init; } = DeskKind.Local;

    /// <summary>Time limit for one call to the desk; after it, the call is retried later. Default: 10 seconds.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    internal IEnumerable<string> Faults()
    {
        if (!Enum.IsDefined(Kind))
            yield return $"Desk:Kind must be one of {string.Join(", ", Enum.GetNames<DeskKind>())}.";

        if (TimeLimit <= TimeSpan.Zero || TimeLimit > LongestLimit)
            yield return $"Desk:TimeLimit must be more than 0 and at most {LongestLimit:c}.";
    }
}

public enum DeskKind
{
    /// <summary>The desk that comes with the bot, worked from its command line: <c>requests list|show|set</c>.</summary>
    Local,
}
