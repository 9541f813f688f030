using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>The draft that a person is filling in right now: what they write may be an answer to its question.</summary>
public static class DraftInHand
{
    /// <summary>After this time a message is no longer read as an answer; "continue" takes the draft up again.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(2);

    /// <returns>Null where this person is filling in nothing in this chat.</returns>
    public static Request? Of(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Requests.Own.FirstOrDefault(request =>
            request.IsDraft && request.ConversationId == turn.Where.ConversationId && turn.At - request.ChangedAt < Life);
    }

    /// <summary>
    /// The turn in the language of the draft, unless it was written in another one: a name, "ok" or the press of a button is of no
    /// language.
    /// </summary>
    public static Turn InItsLanguage(Turn turn, Request draft)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(draft);
        return turn.Meaning is { TellsLanguage: true } ? turn : turn with { Language = draft.Language };
    }
}
