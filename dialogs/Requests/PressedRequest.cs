using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Finds the request that a card is about. Who owns it and how it stands is what was saved, never what the card says.</summary>
internal static class PressedRequest
{
    public static Request? Find(TurnInput.ButtonPress press, Turn turn) =>
        Guid.TryParse(press.Data.GetValueOrDefault(RequestButtons.Request), out var id)
            ? turn.Requests.Named.Concat(turn.Requests.Own).FirstOrDefault(request => request.Id == id)
            : null;

    /// <summary>Why this person cannot do this with it; null when nothing stands in the way.</summary>
    public static Reply.Notice? Refuse(Request? request, Turn turn, Phrases words) =>
        request switch
        {
            null => new(words["notice.request_gone"]),
            _ when request.Owner.Id != turn.Who.Id => new(
                words.Say("notice.not_yours", ("name", PlainText.Line(request.Owner.Name)), ("key", request.Key))),
            _ => null,
        };

    /// <summary>The card is not the newest of its request.</summary>
    public static bool IsOld(TurnInput.ButtonPress press, Request request) =>
        press.Data.GetValueOrDefault(RequestButtons.Token) != request.Token;
}
