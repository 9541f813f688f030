namespace ChatOpsBot.Connector.Schema;

/// <summary>A person or a bot as the channel names it.</summary>
/// <param name="Id">The channel's own id: <c>29:…</c> for a person (different for every bot), <c>28:&lt;app id&gt;</c> for a bot.</param>
/// <param name="Name">Display text. Anyone can choose it: never an identity.</param>
/// <param name="AadObjectId">
/// Entra object id of a person, a GUID written as 8-4-4-4-12 small hexadecimal digits; the same for every bot, and the only identity to
/// trust.
/// </param>
public sealed record ChannelAccount(string Id, string? Name = null, string? AadObjectId = null)
{
    /// <summary>
    /// The role that Teams gives a person in its roster: <c>user</c>, <c>guest</c>, <c>anonymous</c>; null where it says none.
    /// </summary>
    public string? UserRole { get; init; }

    /// <summary>The tenant that a person comes from; null where it is not said.</summary>
    public string? TenantId { get; init; }
}
