using System.Text.Json;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>How one HTTP call ended.</summary>
/// <param name="Failure">Null when Teams took it.</param>
/// <param name="Json">What Teams sent with its consent, where it can be read.</param>
internal readonly record struct WireAnswer(SendOutcome? Failure, JsonElement? Json = null);
