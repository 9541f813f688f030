using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Tells small talk from a message that merely begins with it: "thanks" from "thanks, and who restores?".</summary>
internal static class SmallTalkFinder
{
    // "What does IBM do?" is no idle "what?".
    private static readonly string[] AboutDuties = ["our-part", "ibm-part", "split", "whole-matrix"];

    public static Meaning? Find(Sentence sentence, IReadOnlyList<Finding> rows)
    {
        if (sentence.SmallTalk.Count == 0)
            return sentence.Words.Count == 0 ? OfSign(sentence) : null;

        var rest = Enumerable.Range(0, sentence.Words.Count)
            .Where(at => !sentence.SmallTalk.Any(hit => hit.First <= at && at < hit.End)).ToList();
        if (rest.Any(at => !sentence.Words[at].IsGrammar && !IsFiller(sentence, at)))
            return null;
        if (sentence.Mood.Any(hit => AboutDuties.Contains(hit.Name) && rest.Contains(hit.End - 1)))
            return null;
        if (rows.Any(row => row.Score >= TaskFinder.Bar && rest.Contains(row.FirstWord)))
            return null;

        return Of(KindIn(sentence)!.Value);
    }

    /// <summary>The kind that a message's phrases tell; null where it has none.</summary>
    public static SmallTalk? KindIn(Sentence sentence) =>
        // "Hi, who are you?" is about the second half.
        sentence
            .SmallTalk.OrderBy(hit => hit.Name is "greeting" or "acknowledgement")
            .ThenByDescending(hit => hit.Length)
            .Select(hit => (SmallTalk?)KindOf(hit.Name))
            .FirstOrDefault();

    // "help please"
    private static bool IsFiller(Sentence sentence, int at) =>
        sentence.Mood.Any(hit => hit.Name == "filler" && hit.First <= at && at < hit.End);

    private static Meaning OfSign(Sentence sentence) =>
        Of(
            sentence.Sign is { } name ? KindOf(name)
            : string.IsNullOrWhiteSpace(sentence.Text) ? SmallTalk.Greeting
            : SmallTalk.Acknowledgement);

    private static SmallTalk KindOf(string name) =>
        Enum.Parse<SmallTalk>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static Meaning Of(SmallTalk kind) => Meanings.Of(Intent.SmallTalk) with { SmallTalk = kind };
}
