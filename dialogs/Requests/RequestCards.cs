using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Draws a request as it stands: the same request gives the same card, wherever and whenever it is drawn.</summary>
public sealed class RequestCards(RequestKit kit)
{
    private const int LongestNote = 500;

    /// <param name="audience">For whom: an approver gets the buttons to decide.</param>
    public Card Draw(Request request, Audience audience) => Draw(request, audience, said: null, []);

    /// <summary>The card that takes the place of one that went on elsewhere in the same conversation.</summary>
    public Card DrawMoved(Request request)
    {
        var words = WordsOf(request);
        return new()
        {
            Summary = words.Shared.Say("forms.moved", ("key", request.Key)),
            Language = words.Shared.Language,
            Body = [new TextBlock(words.TitleOf(request)) { Weight = TextWeight.Bolder }, new TextBlock(words.Shared.Say("forms.moved", ("key", request.Key))) { IsSubtle = true }],
        };
    }

    /// <summary>What its owner is told, in the owner's language.</summary>
    public string Tell(Request request, Problem news)
    {
        var words = WordsOf(request);
        var sentence = words.Say(news with { Values = new Dictionary<string, string>(news.Values) { ["key"] = request.Key, ["title"] = words.TitleOf(request) } });
        return news.Values.GetValueOrDefault("note") is { Length: > 0 } note ? $"{sentence} {words.Shared.Say("news.note", ("note", PlainText.Clip(note, LongestNote)))}" : sentence;
    }

    /// <summary>True for a sentence about requests there are: those that wait, and those that are open, are to be in sight to answer it.</summary>
    public bool IsAboutRequests(Turn turn) => SaidAboutRequests.IsOne(turn, kit);

    /// <param name="said">What was just said about it; null for nothing.</param>
    /// <param name="overlaps">Open requests for the same thing, each as a sentence.</param>
    internal Card Draw(Request request, Audience audience, string? said, IReadOnlyList<string> overlaps)
    {
        var words = WordsOf(request);
        return request.State switch
        {
            RequestState.Filling => FormCard.Draw(kit.TypeOf(request), request, kit.Context(request), words, said),
            RequestState.Reviewing => ReviewCard.Draw(request, kit, words, said, overlaps),
            RequestState.AwaitingApproval when audience is Audience.Approver => ApprovalCard.Draw(request, kit, words, said),
            _ => StandingCard.Draw(request, kit, words, said),
        };
    }

    private TypeWords WordsOf(Request request) => kit.WordsOf(kit.TypeOf(request), request.Language);
}
