using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Recognises what the matrix has nothing to say about: other platforms, licences, passwords, the canteen.</summary>
internal static class OutsideFinder
{
    /// <summary>
    /// From here on a row is so clearly meant that a soft word from outside ("the developer's night shift") does not count.
    /// </summary>
    private const double Clear = 1.35;

    // Words in common with a row: two may be chance.
    private const int ClearlyNamed = 3;

    private const string Harmless = "harmless";

    // Outside whatever else is said: nobody asks for a backup of an iPhone by mistake.
    private static readonly string[] FirmSubjects =
        ["other-platform", "billing", "licensing", "passwords", "facilities", "hardware", "how-to"];

    /// <summary>A subject that settles the subject.</summary>
    public static Meaning? FindFirmly(Sentence sentence) =>
        Of(sentence.Outside.FirstOrDefault(hit => FirmSubjects.Contains(hit.Name)).Name);

    /// <summary>A subject that counts as long as no row is clearly meant.</summary>
    public static Meaning? Find(Sentence sentence, IReadOnlyList<Finding> rows) =>
        rows is [{ Score: >= Clear }, ..] ? null : Of(sentence.Outside.FirstOrDefault(hit => hit.Name != Harmless).Name);

    /// <summary>
    /// The same for the page of another service, which may be about any of these subjects: one that the page mentions is its own, and one
    /// that it does not mention is told by the question's other words where these name a row.
    /// </summary>
    public static Meaning? Find(Sentence sentence, IReadOnlyList<Finding> rows, Func<Hit, bool> isMentioned) =>
        rows is [{ Score: >= TaskFinder.Bar, Concepts.Count: >= ClearlyNamed }, ..]
            ? null
            : Of(sentence.Outside.FirstOrDefault(hit => hit.Name != Harmless && !isMentioned(hit)).Name);

    private static Meaning? Of(string? subject) => subject is null ? null : Meanings.Of(Intent.Unknown) with { Outside = subject };
}
