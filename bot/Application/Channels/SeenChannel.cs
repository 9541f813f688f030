using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Channels;

/// <summary>The channel of an activity, as far as the activity tells of it.</summary>
internal sealed record SeenChannel(ConversationReference Reference, TeamsContext Teams)
{
    public static SeenChannel Of(IncomingContext context) => new(context.ReplyTo, context.Teams!);

    /// <summary>The channel's own id, without the thread.</summary>
    public string Id => Teams.ChannelId ?? Reference.RootId;

    /// <summary>The team's id. A team that is not named is that of its General channel, which has the same id.</summary>
    public string TeamId => Teams.TeamId ?? Id;

    public Channel Row => new()
    {
        Id = Id,
        Tenant = Reference.TenantId,
        TeamId = Teams.TeamId,
        TeamName = Teams.TeamName,
        Name = Teams.ChannelName,
        ServiceUrl = Reference.ServiceUrl,
        BotId = Reference.Bot?.Id ?? "",
    };
}
