using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Channels;

/// <summary>The channel of an activity, as far as the activity tells of it.</summary>
internal static class SeenChannel
{
    /// <summary>The channel's own id, without the thread.</summary>
    public static string IdOf(IncomingActivity activity) => activity.Teams.ChannelId ?? activity.Reference.RootId;

    /// <summary>The team's id. A team that is not named is that of its General channel, which has the same id.</summary>
    public static string TeamOf(IncomingActivity activity) => activity.Teams.TeamId ?? IdOf(activity);

    public static Channel Of(IncomingActivity activity) => new()
    {
        Id = IdOf(activity),
        Tenant = activity.TenantId,
        TeamId = activity.Teams.TeamId,
        TeamName = activity.Teams.TeamName,
        Name = activity.Teams.ChannelName,
        ServiceUrl = activity.Reference.ServiceUrl,
        BotId = activity.Reference.Bot?.Id ?? "",
    };
}
