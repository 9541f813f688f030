using ChatOpsBot.Connector.Schema;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>The people of a conversation, or why they could not be read.</summary>
public abstract record MembersOutcome
{
    private MembersOutcome()
    {
    }

    public sealed record Read(IReadOnlyList<ChannelAccount> Members) : MembersOutcome;

    public sealed record Failed(SendOutcome Why) : MembersOutcome;
}
