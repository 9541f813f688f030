using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Draws a request as it stands: the same request gives the same card, wherever and whenever it is drawn.</summary>
public sealed class RequestCards(WordsCatalog catalog)
{
    /// <param name="audience">For whom: an approver gets the buttons to decide.</param>
    public Card Draw(Request request, Audience audience)
    {
        var words = catalog.In(request.Language);
        return new Card { Summary = request.Key, Language = words.Language, Body = [new TextBlock($"{request.Key} {audience} {request.State}")] };
    }

    /// <summary>What its owner is told, in the owner's language.</summary>
    public string Tell(Request request, Problem news) => $"{catalog.In(request.Language).Language} {request.Key} {news.Key}";
}
