namespace ChatOpsBot.Connector.Incoming;

/// <summary>Makes what a sender wrote fit for a log line: it must neither break the line nor fill the log.</summary>
internal static class Short
{
    private const int MaxLength = 100;

    public static string Text(string? sent) => new([.. (sent ?? "").Take(MaxLength).Select(it => char.IsControl(it) ? '?' : it)]);
}
