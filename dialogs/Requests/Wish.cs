using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Finds out which request a sentence asks for: by what it was understood to mean, or by the words of a type's own.</summary>
internal static class Wish
{
    private static readonly char[] Blanks = [' ', ',', '.', '!', '?', ':', ';', '(', ')', '"', '\''];

    public static RequestType? Read(string text, Turn turn, RequestKit kit)
    {
        var plain = TypedText.Plain(text);
        // A type's own words say more than what the vocabulary makes of a word that it does not know.
        return kit.Types.FirstOrDefault(type => IsAsked(plain, type, turn, kit))
            ?? (turn.Meaning is { Intent: Intent.Request or Intent.DrEvent } meaning ? kit.Find(meaning.Request) : null);
    }

    // Every word of the phrase, in any order: "please turn on MFA for JDOE" says "mfa on".
    private static bool IsAsked(string plain, RequestType type, Turn turn, RequestKit kit)
    {
        if (turn.Meaning is { Intent: Intent.Responsibility } && turn.What is Happening.Said { Text: var text } && Asking.Is(text, kit.Words))
            return false;

        var said = plain.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return kit.Words.Languages.SelectMany(language => kit.WordsOf(type, language).Asked)
            .Any(phrase => phrase.ToLowerInvariant().Split(' ').All(said.Contains));
    }
}
