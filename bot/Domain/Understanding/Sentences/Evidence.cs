using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>What the vocabulary found in a message, and what it alone makes of it.</summary>
/// <param name="Rows">Rows it touches, best first.</param>
internal sealed record Evidence(Sentence Sentence, Mood Mood, IReadOnlyList<Finding> Rows, Meaning First);
