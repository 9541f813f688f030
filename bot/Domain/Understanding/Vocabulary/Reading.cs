using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Vocabulary;

/// <summary>A word of a sentence with all it may stand for.</summary>
/// <param name="Alternatives">What is compared, and how well it fits: the word itself, its mended spelling, the pieces of a
/// compound.</param>
/// <param name="IsGrammar">A function word of the language.</param>
/// <param name="StartsClause">A comma, a stop or the beginning of the sentence stands before it.</param>
internal readonly record struct Reading(
    Token Token, IReadOnlyList<(string Key, double Quality)> Alternatives, bool IsGrammar, bool StartsClause)
{
    public double? QualityOf(string key)
    {
        foreach (var alternative in Alternatives)
        {
            if (alternative.Key == key)
                return alternative.Quality;
        }

        return null;
    }
}
