namespace ChatOpsBot.Domain.Understanding;

/// <summary>What decided how a message was understood, for those who tend the vocabulary and the corpus.</summary>
/// <param name="Found">Concepts, moods and subjects of the vocabulary, in the order of the words.</param>
/// <param name="Likeliest">The likeliest labels with their shares, likeliest first; empty for a page that the model does not know.</param>
public sealed record Explanation(IReadOnlyList<string> Found, IReadOnlyList<(string Label, double Share)> Likeliest);
