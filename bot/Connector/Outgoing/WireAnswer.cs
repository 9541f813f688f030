using System.Text.Json;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>How a call ended, and the JSON that Teams sent with a success.</summary>
internal readonly record struct WireAnswer(SendOutcome Outcome, JsonElement? Json = null);
