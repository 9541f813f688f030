using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>What a sentence says beside its meaning: what its person supposes, and which of the provider's other pages tells about its
/// subject.</summary>
internal static class Addition
{
    /// <summary>The vocabulary's name for the wish to speak to a person.</summary>
    private const string Human = "human";

    public static Meaning To(Meaning meaning, Sentence sentence) => (meaning, FactIn(sentence)) switch
    {
        ({ Intent: not (Intent.Request or Intent.DrEvent) }, { Name: Human }) =>
            Meanings.Of(Intent.SmallTalk) with { SmallTalk = SmallTalk.Human },
        ({ Intent: Intent.Unknown, IsAboutExisting: true }, _) => meaning,
        ({ Intent: Intent.Unknown } or { Intent: Intent.Responsibility, WholeMatrix: false }, { Covers: true } fact) =>
            Elsewhere(meaning, fact.Name),
        ({ Intent: Intent.Responsibility, Rows.Count: > 0 }, var fact) => meaning with
        {
            Supposed = meaning.Rows.Count == 1 ? ClaimFinder.Find(sentence) : Party.None,
            Fact = fact?.Name,
        },
        ({ Intent: Intent.Unknown } or { Intent: Intent.Responsibility, WholeMatrix: false }, { } fact) => Elsewhere(meaning, fact.Name),
        ({ Intent: Intent.Unknown, Outside: null } or { Intent: Intent.Responsibility, WholeMatrix: false }, _)
            when ClaimFinder.FindColumn(sentence) is var side and not Party.None =>
            Meanings.Of(Intent.Responsibility) with { WholeMatrix = true, Party = side },
        _ => meaning,
    };

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
