namespace ChatOpsBot.Connector.Schema;

/// <summary>A person or a bot as the channel names it.</summary>
/// <param name="Id">The channel's own id: <c>29:…</c> for a person (different for every bot), <c>28:&lt;app id&gt;</c> for a bot.</param>
/// <param name="Name">Display text. Anyone can choose it: never an identity.</param>
/// <param name="AadObjectId">Entra object id of a person; the same for every bot, and the only identity to trust.</param>
public sealed record ChannelAccount(string Id, string? Name = null, string? AadObjectId = null);
