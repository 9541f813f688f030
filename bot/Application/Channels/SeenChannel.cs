using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Channels;

/// <summary>The channel of an activity, as far as the activity tells of it.</summary>
internal static class SeenChannel
{
    /// <summary>The channel's own id, without the thread.</summary>
    public static string IdOf(Activity activity) => activity.ChannelData.ChannelId ?? activity.Reference().RootId;

    /// <summary>The team's id. A team that is not named is that of its General channel, which has the same id.</summary>
    public static string TeamOf(Activity activity) => activity.ChannelData.TeamId ?? IdOf(activity);

    public static Channel Of(Activity activity) => new()
    {
        Id = IdOf(activity),
        Tenant = activity.TenantId,
        TeamId = activity.ChannelData.TeamId,
        TeamName = activity.ChannelData.TeamName,
        Name = activity.ChannelData.ChannelName,
        ServiceUrl = activity.ServiceUrl,
        BotId = activity.Recipient?.Id ?? "",
    };
}
