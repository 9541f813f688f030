using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Vocabulary;

/// <summary>A word of a sentence with all it may stand for. Each way to compare it has its keys, and how well each of them fits.</summary>
/// <param name="ByStem">The stem, and for a word that nothing explains the pieces of a compound or the stem of its mended spelling.</param>
/// <param name="AsWritten">The word itself, and its mended spelling.</param>
/// <param name="LetterByLetter">The word itself.</param>
/// <param name="Exactly">The same; none for a name.</param>
/// <param name="IsGrammar">A function word of the language.</param>
/// <param name="StartsClause">A comma, a stop or the beginning of the sentence stands before it.</param>
internal sealed record Reading(
    Token Token,
    (string Key, double Quality)[] ByStem,
    (string Key, double Quality)[] AsWritten,
    (string Key, double Quality)[] LetterByLetter,
    (string Key, double Quality)[] Exactly,
    bool IsGrammar,
    bool StartsClause);
