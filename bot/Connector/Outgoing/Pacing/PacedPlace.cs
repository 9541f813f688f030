using System.Security.Cryptography;
using System.Text;
using ChatOpsBot.Connector.Schema;

namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Which rate limit a call counts against. Teams counts by conversation, where "a conversation is 1:1 between bot and user, a group chat,
/// or a channel in a team": all threads of a channel share the channel's limits.
/// </summary>
/// <param name="TenantId">Null where there is none, as in the local playground: all of those count as one tenant.</param>
/// <param name="ThreadId">The chat, or the channel without the id of a thread's root message.</param>
public readonly record struct PacedPlace(string? TenantId, string ThreadId)
{
    /// <summary>For sends and updates in a conversation.</summary>
    public static PacedPlace Of(ConversationReference place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new(place.TenantId, place.RootId);
    }

    /// <summary>For a new thread in a channel, or a new chat with a person.</summary>
    /// <param name="near">Any reference of the same tenant.</param>
    /// <param name="id">Of the channel, or of the person.</param>
    public static PacedPlace New(ConversationReference near, string id)
    {
        ArgumentNullException.ThrowIfNull(near);
        return new(near.TenantId, id);
    }

    /// <summary>
    /// Eight bytes instead of an id of a hundred characters, as one is kept for an hour for every thread. Should two threads ever collide,
    /// they share their limits and nothing else.
    /// </summary>
    internal ulong ThreadKey => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(ThreadId)));
}
