namespace ChatOpsBot.Storage.Recovery;

/// <summary>A channel that settings make follow.</summary>
/// <param name="Id">The channel's id, such as <c>19:…@thread.tacv2</c>; it stands in the channel's link.</param>
/// <param name="TeamId">The team's id, in the same link. Left out, the channel is reached by the bot's own tenant.</param>
/// <param name="Name">What people call it; what Teams says later counts for more.</param>
/// <param name="Systems">Names of LPARs of either side in any case, or <c>*</c> alone for every DR event.</param>
public sealed record ListedChannel(string Id, string? TeamId, string? Name, IReadOnlyList<string> Systems);
