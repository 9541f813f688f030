using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>Which turns a language model may be asked about: a message that is not read with confidence, and nothing else.</summary>
public static class AdviceRule
{
    /// <param name="turn">As it was read without advice, with the person's drafts.</param>
    /// <param name="found">The answer without advice. One that changes something was understood well enough to do so.</param>
    public static bool Allows(Turn turn, TurnResult found)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(found);
        return turn is { What: TurnInput.Message { Text: var text }, Command: null, Meaning: { } meaning }
            && !string.IsNullOrWhiteSpace(text)
            && IsOpen(meaning)
            && found.Changes.Count == 0
            // What is typed while a form is open belongs to the form.
            && DraftInHand.Of(turn) is null;
    }

    // A declaration, and what is said of a request or an event that exists, is between the person and the bot.
    private static bool IsOpen(Meaning meaning) =>
        meaning is { Confidence: < Meaning.Confident, Intent: not Intent.DrEvent, IsAboutExisting: false, IsAdvised: false };
}
