namespace ChatOpsBot.Connector.Files;

/// <summary>What came of reading a file. The family is closed.</summary>
public abstract record FileOutcome
{
    private FileOutcome()
    {
    }

    public sealed record Read(byte[] Content) : FileOutcome;

    /// <summary>It is larger than asked for; no more was read.</summary>
    public sealed record TooLarge : FileOutcome;

    /// <summary>It lies where the bot does not read.</summary>
    public sealed record HostNotAllowed : FileOutcome;

    /// <param name="Reason">For the log: codes alone.</param>
    public sealed record NotReached(string Reason) : FileOutcome;
}
