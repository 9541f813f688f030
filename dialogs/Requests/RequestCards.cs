using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Draws a request as it stands: the same request gives the same card, wherever and whenever it is drawn.</summary>
public sealed class RequestCards(RequestServices services)
{
    private const int LongestNote = 500;

    /// <summary>False for a request of a type that this version of the bot does not have: it can be neither drawn nor told of.</summary>
    public bool IsKnownType(Request request) => services.Find(request.Type) is not null;

    /// <param name="audience">For whom: an approver gets the buttons to decide.</param>
    /// <param name="open">Open requests of everybody: a review points out one for the same thing. Null where there is no review to
    /// draw.</param>
    public Card Draw(Request request, Audience audience, IReadOnlyList<Request>? open = null) =>
        Draw(request, audience, open ?? [], said: null);

    /// <summary>The card that takes the place of one that went on elsewhere in the same conversation.</summary>
    public Card DrawMoved(Request request)
    {
        var words = WordsOf(request);
        return new()
        {
            Summary = words.Shared.Say("forms.moved", ("key", request.Key)),
            Language = words.Shared.Language,
            Body =
            [
                new TextBlock(words.TitleOf(request))
                {
                    Size = TextSize.Medium,
                    Weight = TextWeight.Bolder,
                    IsHeading = true,
                },
                new TextBlock(words.Shared.Say("forms.moved", ("key", request.Key))) { IsSubtle = true },
            ],
        };
    }

    /// <summary>What its owner is told, in the owner's language.</summary>
    /// <param name="isAgain">It was sent before, and nobody knows whether it came.</param>
    public string Tell(Request request, Problem news, bool isAgain = false)
    {
        var words = WordsOf(request);
        var sentence = words.Say(
            news with
            {
                Values = new Dictionary<string, string>(news.Values)
                {
                    ["key"] = request.Key,
                    ["title"] = words.TitleOf(request),
                    ["desk"] = services.DeskOf(request).Name is { } desk ? PlainText.Line(desk) : words.Shared["news.desk"],
                },
            });
        var told = news.Values.GetValueOrDefault("note") is { Length: > 0 } note
            ? $"{sentence} {words.Shared.Say("news.note", ("note", PlainText.Clip(note, LongestNote)))}"
            : sentence;
        return isAgain ? $"{words.Shared["recovery.resent"]} {told}" : told;
    }

    /// <param name="said">What was just said about it; null for nothing.</param>
    internal Card Draw(Request request, Audience audience, IReadOnlyList<Request> open, string? said)
    {
        var words = WordsOf(request);
        return request.State switch
        {
            _ when request.IsDraft && audience is Audience.Approver => ApprovalCard.DrawWithout(request, words),
            RequestState.Filling => FormCard.Draw(services.TypeOf(request), request, services.Context(request), words, said),
            RequestState.Reviewing => ReviewCard.Draw(request, services, words, said, [.. Overlaps(request, open)]),
            RequestState.AwaitingApproval when audience is Audience.Approver || request.IsShared => ApprovalCard.Draw(
                request, audience, services, words, said),
            _ => StatusCard.Draw(request, audience, services, words, said),
        };
    }

    /// <summary>The review of a request that was sent before everything in it was confirmed.</summary>
    /// <param name="given">What was sent with it.</param>
    internal Card DrawUnconfirmed(Request request, IReadOnlyList<Request> open, IReadOnlyDictionary<string, string> given)
    {
        var words = WordsOf(request);
        return ReviewCard.Draw(request, services, words, words.Shared["review.unconfirmed"], [.. Overlaps(request, open)], given);
    }

    private IEnumerable<string> Overlaps(Request request, IReadOnlyList<Request> open)
    {
        var mine = services.TypeOf(request).AffectedObjects(new Answers(request)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = WordsOf(request).Shared;
        foreach (var other in open.Where(other => other.Id != request.Id))
        {
            if (services.Find(other.Type) is { } type && type.AffectedObjects(new Answers(other)).FirstOrDefault(mine.Contains) is { } both)
                yield return other.Owner.Id == request.Owner.Id
                    ? words.Say("review.overlap.own", ("key", other.Key), ("what", both))
                    : words.Say("review.overlap", ("key", other.Key), ("what", both), ("name", PlainText.Line(other.Owner.Name)));
        }
    }

    private TypeWords WordsOf(Request request) => services.WordsOf(services.TypeOf(request), request.Language);
}
