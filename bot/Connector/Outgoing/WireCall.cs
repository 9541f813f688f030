using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Outgoing.Pacing;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>What one call to the Bot Connector is.</summary>
/// <param name="Place">Gives the service URL.</param>
/// <param name="Path">Below the service URL.</param>
/// <param name="Counts">What it counts against; null for a call that only reads, and has far wider limits of its own.</param>
internal sealed record WireCall(HttpMethod Method, ConversationReference Place, string Path, JsonObject? Body, PacedPlace? Counts)
{
    /// <summary>Made once and at once: the caller has asked the pace, and decides what is tried again.</summary>
    public bool IsOnce { get; init; }

    public Uri Address => new($"{Place.ServiceUrl.TrimEnd('/')}/{Path}");
}
