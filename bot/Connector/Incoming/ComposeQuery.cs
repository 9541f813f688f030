namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// A search from a compose box, which Teams sends while somebody types (Teams documentation, "Respond to search command").
/// </summary>
/// <param name="CommandId">Which command of the app manifest; null when the sender left it out.</param>
/// <param name="Parameters">What was typed, by the parameter's name in the manifest. Comes from outside: check it.</param>
/// <param name="Skip">How many results the client has already; not negative.</param>
/// <param name="Count">How many it wants now, at least 1 and at most <see cref="Page"/>.</param>
public sealed record ComposeQuery(string? CommandId, IReadOnlyDictionary<string, string> Parameters, int Skip, int Count)
{
    /// <summary>How many results a client asks for at a time; it never shows more than four such pages.</summary>
    public const int Page = 25;
}
