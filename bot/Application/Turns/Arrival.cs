using ChatOpsBot.Connector.Incoming;

namespace ChatOpsBot.Application.Turns;

/// <summary>The bot came to a place or left it.</summary>
public enum Arrival
{
    /// <summary>Somebody added the bot.</summary>
    Added,

    /// <summary>A new version of the app took the place of the old one; nobody waits for a greeting.</summary>
    Upgraded,

    Removed,
}

internal static class Arrivals
{
    /// <summary>
    /// Null for every other activity. Teams tells of an addition twice, as installationUpdate and as conversationUpdate (Teams
    /// documentation, "Conversation events in your Teams bot").
    /// </summary>
    public static Arrival? Read(Activity activity) => activity switch
    {
        { Type: ActivityTypes.InstallationUpdate, Action: "add" } => Arrival.Added,
        { Type: ActivityTypes.InstallationUpdate, Action: "add-upgrade" } => Arrival.Upgraded,
        { Type: ActivityTypes.InstallationUpdate, Action: "remove" } => Arrival.Removed,
        { Type: ActivityTypes.ConversationUpdate } when IsBotAmong(activity, activity.MembersAdded) => Arrival.Added,
        { Type: ActivityTypes.ConversationUpdate } when IsBotAmong(activity, activity.MembersRemoved) => Arrival.Removed,
        _ => null,
    };

    private static bool IsBotAmong(Activity activity, IReadOnlyList<ChannelAccount> members) =>
        activity.Recipient is { } bot && members.Any(member => member.Id == bot.Id);
}
