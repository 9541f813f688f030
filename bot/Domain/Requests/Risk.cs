namespace ChatOpsBot.Domain.Requests;

/// <summary>Something the owner has to confirm by itself, worded for what may go wrong.</summary>
/// <param name="Id">The sentence is <c>risk.{id}</c> of the request type's words.</param>
public sealed record Risk(string Id)
{
    /// <summary>The words to be typed as the confirmation, such as the library's name; null for a tick.</summary>
    public string? ToType { get; init; }

    /// <summary>What fills the gaps of the sentence.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
