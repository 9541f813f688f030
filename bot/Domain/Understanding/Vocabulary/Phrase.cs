using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Vocabulary;

/// <summary>One phrase of the vocabulary, cut into words.</summary>
/// <param name="Keys">What is compared, word by word: stems, or the words as written.</param>
/// <param name="GapBefore">Position of the word before which others may stand: "put .. back"; null for none.</param>
/// <param name="Covers">Shorter phrases inside it do not count.</param>
internal sealed record Phrase(string Name, string[] Keys, IReadOnlyList<Token> Words, int? GapBefore, bool Covers)
{
    private const char HidesOthers = '=';
    private const string Gap = "..";

    public static Phrase Read(string name, string text, Tokenizer tokenizer, Overlap overlap, bool byStem)
    {
        var parts = text.TrimStart(HidesOthers).Split(Gap, 2).Select(tokenizer.Read).ToList();
        var words = parts.SelectMany(part => part).ToList();
        return new Phrase(
            name,
            [.. words.Select(word => byStem ? word.Stem : word.Plain)],
            words,
            parts.Count > 1 ? parts[0].Count : null,
            text.StartsWith(HidesOthers) || overlap == Overlap.LongestOnly);
    }
}
