namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>A word of a question, with the terms of the page that would do for it.</summary>
/// <param name="At">Its position in the sentence.</param>
/// <param name="Terms">Each with how well it fits: 1 for the word itself, less for another one of the same meaning.</param>
/// <param name="Rarity">How much it tells; 0 for a word that the page does not have.</param>
/// <param name="IsLight">So common a word ("set", "provide") that it tells duties apart and no rows.</param>
/// <param name="IsVerb">What is done, by the place of the word in the question.</param>
internal sealed record AskedWord(
    int At, string Root, (int Term, double Fit)[] Terms, double Rarity, bool IsLight, bool IsVerb)
{
    public bool IsKnown => Terms.Length > 0;

    /// <summary>How well the best of its terms fits that the place has; 0 for none.</summary>
    public double FitIn(PagePlace place)
    {
        var best = 0.0;
        foreach (var (term, fit) in Terms)
        {
            if (place.Weights.TryGetValue(term, out var weight))
                best = Math.Max(best, weight * fit);
        }

        return best;
    }

    /// <summary>It is asked for as what is done, and the place says it as what is done.</summary>
    public bool IsDoneIn(PagePlace place) => IsVerb && Array.Exists(Terms, term => place.Verbs.Contains(term.Term));
}
