namespace ChatOpsBot.Connector.Incoming;

/// <summary>Where in a team something happened, as <c>channelData</c> tells it.</summary>
/// <param name="TeamId">The team; the same id as its General channel.</param>
public sealed record TeamsContext(string? TeamId, string? TeamName, string? ChannelId, string? ChannelName);
