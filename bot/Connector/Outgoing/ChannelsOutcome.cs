namespace ChatOpsBot.Connector.Outgoing;

/// <summary>The channels of a team, or why they could not be read.</summary>
public abstract record ChannelsOutcome
{
    private ChannelsOutcome()
    {
    }

    public sealed record Read(IReadOnlyList<TeamChannel> Channels) : ChannelsOutcome;

    public sealed record Failed(SendOutcome Why) : ChannelsOutcome;
}

/// <summary>A channel as its team lists it.</summary>
/// <param name="Name">Null for the General channel, whose name every client shows in its own language; its id is that of the team.</param>
public sealed record TeamChannel(string Id, string? Name);
