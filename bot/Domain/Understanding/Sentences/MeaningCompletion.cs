using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Completes what a sentence was understood to ask of the matrix by what stands next to it: what its person supposes, a whole
/// column, and which of the provider's other pages tells about its subject.</summary>
internal static class MeaningCompletion
{
    /// <summary>The vocabulary's name for the wish to speak to a person.</summary>
    private const string Human = "human";

    public static Meaning Complete(Meaning meaning, Sentence sentence)
    {
        var fact = FactIn(sentence);
        if (fact is { Name: Human } && meaning.Intent is not (Intent.Request or Intent.DrEvent))
            return Meanings.Of(Intent.SmallTalk) with { SmallTalk = SmallTalk.Human };
        if (meaning.WholeMatrix || meaning.IsAboutExisting || meaning.Intent is not (Intent.Unknown or Intent.Responsibility))
            return meaning;

        // "How long are backups kept?" names a row, and is no question about it.
        if (fact is { } subject && (meaning.Rows.Count == 0 || subject.Covers))
            return Elsewhere(meaning, subject.Name);
        if (meaning.Rows.Count > 0)
            return meaning with
            {
                Supposed = meaning.Rows.Count == 1 ? ClaimFinder.Find(sentence) : Party.None,
                Fact = fact?.Name,
            };
        return meaning.Outside is null && ClaimFinder.FindColumn(sentence) is var side and not Party.None
            ? Meanings.Of(Intent.Responsibility) with { WholeMatrix = true, Party = side }
            : meaning;
    }

    // A subject that another page tells about needs no question which task is meant.
    private static Meaning Elsewhere(Meaning meaning, string fact) => Meanings.Of(Intent.Unknown) with
    {
        Request = meaning.Request,
        Outside = meaning.Outside,
        Fact = fact,
        Nearest = meaning.Nearest ?? meaning.Rows.Concat(meaning.DidYouMean).FirstOrDefault(),
    };

    // A phrase that is a whole question of its own ("how long are backups kept") before one that is only a subject, and the longest of
    // them: it says most.
    private static Hit? FactIn(Sentence sentence) =>
        sentence.Facts.Count == 0 ? null : sentence.Facts.OrderByDescending(hit => hit.Covers).ThenByDescending(hit => hit.Length).First();
}
