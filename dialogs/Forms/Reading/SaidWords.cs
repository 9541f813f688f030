namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>The words of a sentence in small letters, in which phrases are looked for.</summary>
internal sealed record SaidWords
{
    private static readonly char[] Blanks = [' ', '\n', '\t', ',', '.', '!', '?', ':', ';', '(', ')', '"', '\'', '“', '”', '„'];
    private readonly string _line;

    private SaidWords(string line) => _line = line;

    public bool IsEmpty => string.IsNullOrWhiteSpace(_line);

    public static SaidWords Of(string sentence) => new(Line(sentence));

    /// <summary>The words of the phrase stand one after another.</summary>
    public bool Say(string phrase) => _line.Contains(Line(phrase), StringComparison.Ordinal);

    /// <summary>All words of the phrase are there, in any order: "please turn on MFA for JDOE" says "mfa on".</summary>
    public bool Hold(string phrase) => phrase.Split(' ').All(Say);

    public SaidWords Without(string phrase) => new(_line.Replace(Line(phrase), " ", StringComparison.Ordinal));

    private static string Line(string text) => $" {string.Join(' ', text.ToLowerInvariant().Split(Blanks, StringSplitOptions.RemoveEmptyEntries))} ";
}
