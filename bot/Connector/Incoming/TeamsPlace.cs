using System.Text.Json;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>What Teams adds to an activity in <c>channelData</c>: where in Teams it happened and which event it was.</summary>
/// <param name="TeamId">The team; the same id as its General channel.</param>
/// <param name="EventType">Which change a <c>conversationUpdate</c>, <c>messageUpdate</c> or <c>messageDelete</c> tells of.</param>
public sealed record TeamsPlace(string? TeamId, string? TeamName, string? ChannelId, string? ChannelName, string? TenantId, string? EventType)
{
    internal static TeamsPlace Read(JsonElement? channelData)
    {
        var team = channelData.Child("team");
        var channel = channelData.Child("channel");
        return new(
            team.String("id"),
            team.String("name"),
            channel.String("id"),
            channel.String("name"),
            channelData.Child("tenant").String("id"),
            channelData.String("eventType"));
    }
}
