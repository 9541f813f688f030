using System.Collections.Concurrent;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>The words of a sentence in small letters, in which phrases are looked for.</summary>
internal sealed record SaidWords
{
    private const char LastOfSpaced = '\u3000';

    private static readonly char[] Blanks = [' ', '\n', '\t', ',', '.', '!', '?', ':', ';', '(', ')', '"', '\'', '“', '”', '„'];

    // Phrases come from the words files, so there is an end to them; every line that is typed is compared with many.
    private static readonly ConcurrentDictionary<string, Phrase> Phrases = new(StringComparer.Ordinal);

    private readonly string _line;

    private SaidWords(string line) => _line = line;

    public IReadOnlyList<string> Words => _line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsEmpty => string.IsNullOrWhiteSpace(_line);

    public static SaidWords Of(string sentence) => new(Line(sentence));

    /// <summary>The words of the phrase stand one after another.</summary>
    /// <param name="phrase">Of the words of the bot, not of what people type.</param>
    public bool Say(string phrase) => _line.Contains(Known(phrase).Line, StringComparison.Ordinal);

    /// <summary>The words of the phrase are all there is.</summary>
    /// <param name="phrase">As for <see cref="Say"/>.</param>
    public bool Is(string phrase) => _line == Known(phrase).Line;

    /// <summary>All words of the phrase are there, in any order: "please turn on MFA for JDOE" says "mfa on".</summary>
    /// <param name="phrase">As for <see cref="Say"/>.</param>
    public bool Hold(string phrase)
    {
        foreach (var word in Known(phrase).Words)
        {
            if (!_line.Contains(word, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    /// <param name="phrase">As for <see cref="Say"/>.</param>
    public SaidWords Without(string phrase) => new(_line.Replace(Known(phrase).Line, " ", StringComparison.Ordinal));

    private static Phrase Known(string phrase) =>
        Phrases.GetOrAdd(phrase, said => new(Standing(said), [.. said.Split(' ').Select(Standing)]));

    // Japanese puts no blanks around a word.
    private static string Standing(string phrase) => IsUnspaced(phrase[0]) ? phrase : Line(phrase);

    /// <summary>The letter is of a language that puts no blanks between words: Japanese.</summary>
    public static bool IsUnspaced(char letter) => letter > LastOfSpaced;

    private static string Line(string text) =>
        $" {string.Join(' ', text.ToLowerInvariant().Split(Blanks, StringSplitOptions.RemoveEmptyEntries))} ";

    /// <summary>A phrase as it is looked for: as a whole, and word by word.</summary>
    private sealed record Phrase(string Line, string[] Words);
}
