using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What a topic may know of what this channel follows.</summary>
public sealed record SubscriptionContext
{
    public static SubscriptionContext None { get; } = new();

    /// <summary>Everything first, then by name.</summary>
    public IReadOnlyList<FollowedSystem> Systems { get; init; } = [];

    /// <summary>Who added the app to the team; null where that is not known.</summary>
    public Person? Owner { get; init; }

    /// <summary>
    /// Why nothing is sent there though it follows, as a code of Teams or a word of the bot's own; null while it is open.
    /// </summary>
    public string? Closed { get; init; }
}

/// <summary>A system that a channel follows.</summary>
/// <param name="Name">In capitals, or <see cref="FollowedName.Everything"/>.</param>
/// <param name="By">Who made it follow; null where settings alone did.</param>
/// <param name="IsFromSettings">Nobody can end it in a chat.</param>
public sealed record FollowedSystem(string Name, Person? By, DateTimeOffset At, bool IsFromSettings = false);
