using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>Tells a sentence about something that is over from one that wants it: "our backup ran fine last night".</summary>
/// <param name="words">What people say of what is over, under "report"; "backup of", under "report-of", is no order.</param>
internal sealed class SaidReport(IReadOnlyDictionary<string, List<string>> words)
{
    private readonly string[][] _phrases = [.. words.GetValueOrDefault("report", []).Select(phrase => phrase.Split(' '))];

    // Japanese puts no blanks between words.
    private readonly string[] _unspaced = [.. words.GetValueOrDefault("report", []).Where(phrase => !char.IsAscii(phrase[0]))];

    /// <param name="isOrder">It begins with a word that may be an order: "restore", "backup".</param>
    public bool IsIn(Sentence sentence, bool isOrder) =>
        Array.Exists(_unspaced, phrase => sentence.Text.Contains(phrase, StringComparison.Ordinal))
        || (StartIn(sentence) is { } start && (!isOrder || start == 1 || IsThing(sentence)));

    // "Restore PAYLIB, it worked yesterday" says of something else that it worked: the first clause tells.
    private int? StartIn(Sentence sentence)
    {
        var end = 1;
        while (end < sentence.Words.Count && !sentence.Words[end].StartsClause)
            end++;
        for (var at = 0; at < end; at++)
        {
            if (Array.Exists(_phrases, phrase => at + phrase.Length <= end && StandsAt(sentence, at, phrase)))
                return at;
        }

        return null;
    }

    private static bool StandsAt(Sentence sentence, int at, string[] phrase)
    {
        for (var word = 0; word < phrase.Length; word++)
        {
            var said = sentence.Words[at + word].Token;
            if (said.Plain != phrase[word] && !string.Equals(said.Surface, phrase[word], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    // "Backup of LPAR2", "la copia de anoche" (Spanish) begin like orders and are none.
    private bool IsThing(Sentence sentence) =>
        sentence.Words.Skip(1).Take(2).Any(word => words.GetValueOrDefault("report-of", []).Contains(word.Token.Plain));
}
