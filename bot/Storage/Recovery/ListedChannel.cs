namespace ChatOpsBot.Storage.Recovery;

/// <summary>A channel that settings make follow.</summary>
/// <param name="Id">The channel's id, such as <c>19:…@thread.tacv2</c>; it is part of the channel's link.</param>
/// <param name="TeamId">The team's id, from the link to the team. If left out, the channel is reached through the bot's own tenant.</param>
/// <param name="Name">Its name; the name reported by Teams takes precedence.</param>
/// <param name="Systems">Names of LPARs (either side, any case), or <c>*</c> alone for every DR event.</param>
public sealed record ListedChannel(string Id, string? TeamId, string? Name, IReadOnlyList<string> Systems);
