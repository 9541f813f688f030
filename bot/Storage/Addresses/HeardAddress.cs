namespace ChatOpsBot.Storage.Addresses;

/// <summary>Where an activity came from.</summary>
/// <param name="RootId">The conversation without its thread: of a channel, the channel's id.</param>
/// <param name="TeamId">The channel's team; null for a personal or a group chat.</param>
/// <param name="PersonId">Who did something there.</param>
/// <param name="ServiceUrl">The address of Teams that serves it now.</param>
public sealed record HeardAddress(string RootId, string? TeamId, string PersonId, string ServiceUrl);
