using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Tells a question by its form: a question mark, or the word it begins with.</summary>
internal static class Asking
{
    public static bool Is(string text, WordsCatalog words) => text.TrimEnd().EndsWith('?') || BeginsLikeOne(text.TrimStart(), words);

    private static bool BeginsLikeOne(string text, WordsCatalog words) => words.Languages
        .SelectMany(language => words.In(language).Several("forms.say.asking"))
        .Any(word => text.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase));
}
