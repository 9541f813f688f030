using System.Collections.Frozen;

namespace ChatOpsBot.Connector.Trust;

/// <summary>What is proven about the sender of a request before its body is read.</summary>
internal abstract record ProvenSender
{
    private ProvenSender()
    {
    }

    /// <summary>A valid token of the Bot Connector, for this bot.</summary>
    /// <param name="ServiceUrl">The token's <c>serviceurl</c> claim; null when it has none.</param>
    /// <param name="Endorsements">The channels that the signing key may speak for.</param>
    public sealed record Token(string? ServiceUrl, FrozenSet<string> Endorsements) : ProvenSender;

    /// <summary>No token, but local mode and a caller on this machine.</summary>
    public sealed record LocalPlayground : ProvenSender;
}
