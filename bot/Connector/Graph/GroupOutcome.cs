namespace ChatOpsBot.Connector.Graph;

/// <summary>What Microsoft Graph said of a group. The family is closed.</summary>
public abstract record GroupOutcome
{
    private GroupOutcome()
    {
    }

    /// <param name="Members">Entra object ids of people, those of groups within it included; each once.</param>
    public sealed record Read(string Name, IReadOnlyList<string> Members) : GroupOutcome;

    /// <summary>The company has no group with this object id.</summary>
    public sealed record Missing : GroupOutcome;

    /// <summary>The bot's registration may not read groups.</summary>
    public sealed record NotAllowed : GroupOutcome;

    /// <summary>More than <see cref="GraphGroups.MostMembers"/> are in it.</summary>
    public sealed record TooMany : GroupOutcome;

    /// <param name="Why">In words, for whoever runs the bot.</param>
    public sealed record NotReached(string Why) : GroupOutcome;
}
