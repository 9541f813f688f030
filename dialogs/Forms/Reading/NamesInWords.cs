using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>
/// Tells a sentence from a list of names: every short word would do for a name of a library, and "before a change" names none.
/// </summary>
internal static class NamesInWords
{
    private static readonly char[] Separators = [',', ';', '\n', '\r', '\t'];

    /// <returns>What is wrong where names are wanted and words of a sentence stand among them; null for nothing.</returns>
    public static Problem? Find(Field field, string text, TypeWords words) =>
        IsSentence(field, text, words.Shared) ? Problem.Of("names.sentence")
        : field is NameField or NamesField { HoldsBlanks: false } && IsWord(text.Trim(), words)
            ? Problem.Of("names.word", ("word", text.Trim()), ("capitals", text.Trim().ToUpperInvariant()))
        : null;

    // Who means a name and types a word in small letters can still type it in capitals.
    private static bool IsWord(string text, TypeWords words) =>
        text.Any(char.IsLower)
        && words.InEveryLanguage.Any(language => language.Shared.Several("forms.say.no_name")
            .Concat(language.Shared.Several("forms.say.in_sentences"))
            .Contains(text.ToLowerInvariant()) || language.IsDecision(text.ToLowerInvariant()));

    private static bool IsSentence(Field field, string text, Phrases words) =>
        field is NamesField { HoldsBlanks: false }
        && text.Split(Separators)
            .Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(part => part.Length > 1 && part.Any(word => words.Several("forms.say.in_sentences").Contains(word.ToLowerInvariant())));
}
