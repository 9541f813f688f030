using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Outgoing.Pacing;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>What one call to the Bot Connector is.</summary>
/// <param name="Place">Gives the service URL.</param>
/// <param name="Path">Below the service URL.</param>
/// <param name="Counts">What it counts against; null for a call that only reads, and has far wider limits of its own.</param>
internal sealed record WireCall(HttpMethod Method, ConversationReference Place, string Path, JsonObject? Body, PacedPlace? Counts)
{
    /// <summary>Where conversations are made.</summary>
    public const string Conversations = "v3/conversations";

    /// <summary>Made once and at once: the caller has asked the pace, and decides what is tried again.</summary>
    public bool IsOnce { get; init; }

    /// <summary>What it does, in one word: "create", "post", "update", "delete" or "read".</summary>
    public string Operation => Method.Method switch
    {
        "POST" => Path == Conversations ? "create" : "post",
        "PUT" => "update",
        "DELETE" => "delete",
        _ => "read",
    };

    public Uri Address => new($"{Place.ServiceUrl.TrimEnd('/')}/{Path}");
}
