using System.Security.Cryptography;
using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>The steps a request can take in one turn, each as the effects that keep it and show it.</summary>
internal sealed class RequestMoves(RequestKit kit, RequestCards cards, Turn turn)
{
    private const int TokenBytes = 12;

    public RequestKit Kit { get; } = kit;

    public Turn Turn { get; } = turn;

    public FieldContext Context { get; } = kit.Context(turn);

    /// <summary>The request a step further: not kept yet.</summary>
    public Request Next(Request request) => request with
    {
        Version = request.Version + 1,
        Token = NewToken(),
        ChangedAt = Turn.At,
        Language = request.Owner.Id == Turn.Who.Id ? Turn.Language : request.Language,
        Zone = request.Owner.Id == Turn.Who.Id ? Turn.Zone.Id : request.Zone,
    };

    public Effect.Keep Keep(Request next, string what, string? detail = null) => new(next, new Deed(what, Turn.Who) { Detail = detail });

    public TypeWords WordsOf(Request request) => Kit.WordsOf(Kit.TypeOf(request), request.Language);

    public FormState FormOf(Request request) => new(Kit.TypeOf(request), request, Context);

    /// <summary>The request as a card for its owner, in the place of the pressed one.</summary>
    public Effect.Replace Replace(Request request, string? said = null) => new(Draw(request, Audience.Owner, said)) { Request = request.Id };

    public Effect.Replace ReplaceForApprover(Request request, string? said = null) =>
        new(Draw(request, Audience.Approver, said)) { Request = request.Id, Audience = Audience.Approver };

    /// <summary>The request as a new card.</summary>
    public Effect.Show Show(Request request, string? said = null, Audience audience = Audience.Owner) =>
        new(Draw(request, audience, said)) { Request = request.Id, Audience = audience };

    public static Effect.Send Redraw(Request request) => new(new Errand.Redraw(request.Id));

    public static string NewToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(TokenBytes));

    private Card Draw(Request request, Audience audience, string? said) =>
        cards.Draw(request, audience, said, request.State is RequestState.Reviewing ? [.. Overlaps(request)] : []);

    private IEnumerable<string> Overlaps(Request request)
    {
        var mine = Kit.TypeOf(request).Touches(new Answers(request)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var other in Turn.Requests.Open.Where(other => other.Id != request.Id))
        {
            if (Kit.Find(other.Type) is { } type && type.Touches(new Answers(other)).FirstOrDefault(mine.Contains) is { } both)
                yield return WordsOf(request).Shared.Say("review.overlap", ("key", other.Key), ("what", both), ("name", PlainText.Line(other.Owner.Name)));
        }
    }
}
