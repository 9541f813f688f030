namespace ChatOpsBot.Connector.Schema;

/// <summary>Everything needed to send to a conversation later. Can be stored as JSON; its host is checked again for every call.</summary>
public sealed record ConversationReference
{
    /// <summary>What Teams appends to the id of a channel, before the id of the root message, to name one thread.</summary>
    private const string ThreadMark = ";messageid=";

    /// <summary>Regional address of the Bot Connector, such as <c>https://smba.trafficmanager.net/emea/&lt;tenant&gt;/</c>.</summary>
    public required string ServiceUrl { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The bot as this conversation knows it.</summary>
    public ChannelAccount? Bot { get; init; }

    /// <summary><c>msteams</c> for Teams.</summary>
    public string? ChannelId { get; init; }

    public string? TenantId { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c> where known.</summary>
    public string? ConversationType { get; init; }

    /// <summary>The channel's own id, without the thread; other conversations keep their id.</summary>
    public string RootId =>
        ConversationId.IndexOf(ThreadMark, StringComparison.Ordinal) is >= 0 and var at ? ConversationId[..at] : ConversationId;
}
