namespace ChatOpsBot.Domain.Requests;

/// <summary>A place in a sentence where a request is named.</summary>
/// <param name="Key">Null where something is written like a key, with its dash, but is miscopied.</param>
public sealed record SaidKey(RequestKey? Key, int Start, int Length);
