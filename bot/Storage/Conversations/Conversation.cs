namespace ChatOpsBot.Storage.Conversations;

/// <summary>A place the bot was added to: a personal chat, a group chat or a team, and how to reach it.</summary>
public sealed class Conversation
{
    /// <summary>The team's id for a team, otherwise the conversation's id without its thread.</summary>
    public required string Id { get; init; }

    /// <summary>Where messages go: for a team its general channel.</summary>
    public required string ConversationId { get; set; }

    /// <summary>As Teams calls it: personal, groupChat or channel.</summary>
    public required string Kind { get; set; }

    /// <summary>Regional address of the Connector that serves this place; Teams may move it.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>The bot's own id in this place.</summary>
    public required string BotId { get; set; }

    public string? TenantId { get; set; }

    public string? TeamId { get; set; }

    public string? TeamName { get; set; }

    public string? ChannelId { get; set; }

    public string? ChannelName { get; set; }

    public string? InstalledById { get; set; }

    /// <summary>Display name at that time, never an identity.</summary>
    public string? InstalledByName { get; set; }

    /// <summary>Set once: a place is welcomed one time, however often the bot is updated or added again.</summary>
    public DateTimeOffset? WelcomedAt { get; set; }

    /// <summary>Set while the bot is removed from this place.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
