using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>
/// Tells a sentence from a list of names: every short word would do for a name of a library, and "before a change" names none.
/// </summary>
internal static class NamesInWords
{
    private static readonly char[] Separators = [',', ';', '\n', '\r', '\t'];

    /// <returns>True where names are wanted and words of a sentence stand among them.</returns>
    public static bool Read(Field field, string text, Phrases words) =>
        field is NamesField { HoldsBlanks: false }
        && text.Split(Separators)
            .Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(part => part.Length > 1 && part.Any(word => words.Several("forms.say.in_sentences").Contains(word.ToLowerInvariant())));
}
