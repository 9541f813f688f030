namespace ChatOpsBot.Connector.Outgoing;

/// <summary>What Teams says about a team, or why it could not be read.</summary>
public abstract record TeamOutcome
{
    private TeamOutcome()
    {
    }

    public sealed record Read(string? Name) : TeamOutcome;

    public sealed record Failed(SendOutcome Why) : TeamOutcome;
}
