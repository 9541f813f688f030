using System.Security.Cryptography;
using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Requests.Files;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>The steps a request can take in one turn, each as the effects that keep it and show it.</summary>
internal sealed class RequestTransitions(RequestServices services, RequestCards cards, Turn turn)
{
    private const int TokenBytes = 12;

    public RequestServices Services { get; } = services;

    public Turn Turn { get; } = turn;

    public FieldContext Context { get; } = services.Context(turn);

    /// <summary>The request a step further, with the files that came with what its owner wrote of a draft: not saved yet.</summary>
    public Request Next(Request request) => (request.IsDraft ? WithFiles(request) : request) with
    {
        Version = request.Version + 1,
        Token = NewToken(),
        ChangedAt = Turn.At,
        Language = request.Owner.Id == Turn.Who.Id ? Turn.Language : request.Language,
        Zone = request.Owner.Id == Turn.Who.Id ? Turn.Zone.Id : request.Zone,
    };

    /// <summary>With the files of this turn, as far as nothing is against them and there is room; nothing is added twice.</summary>
    public Request WithFiles(Request request)
    {
        if (request.Owner.Id != Turn.Who.Id)
            return request;

        foreach (var file in Turn.Files.Where(file => file.Problem is null && !request.Files.Any(known => known.Id == file.Id)))
        {
            if (request.Files.Count >= Services.MostFiles)
                break;

            var number = 1 + request.Files.Select(known => known.Number).DefaultIfEmpty(0).Max();
            request = request with
            {
                Files =
                [
                    .. request.Files,
                    new(file.Id, number, file.Name, file.ContentType, file.Size, FileProgress.Waiting) { IsUnread = file.IsUnread },
                ],
            };
        }

        return request;
    }

    public Change.SaveRequest Save(Request next, string what, string? detail = null) =>
        new(next, new AuditEntry(what, Turn.Who) { Detail = detail });

    public TypeWords WordsOf(Request request) => Services.WordsOf(Services.TypeOf(request), request.Language);

    public FormState FormOf(Request request) => new(Services.TypeOf(request), request, Context);

    /// <summary>The request as a card for its owner, in the place of the pressed one.</summary>
    public Reply.Replace Replace(Request request, string? said = null) =>
        new(Draw(request, Audience.Owner, said)) { Subject = Subject.Request(request.Id) };

    /// <summary>Its review, with what is not confirmed yet pointed out.</summary>
    /// <param name="given">What was sent with the press.</param>
    public Reply.Replace ReplaceUnconfirmed(Request request, IReadOnlyDictionary<string, string> given) =>
        new(cards.DrawUnconfirmed(request, Turn.Requests.Open, given)) { Subject = Subject.Request(request.Id) };

    /// <summary>The request as a card for who may approve it; where its owner reads along, both have the one card.</summary>
    public Reply.Replace ReplaceForApprover(Request request, string? said = null)
    {
        var audience = AudienceHere(request);
        return new(Draw(request, audience, said)) { Subject = Subject.Request(request.Id), Audience = audience };
    }

    /// <summary>The same as a new card.</summary>
    public Reply.Show ShowForApprover(Request request, string? said = null) => Show(request, said, AudienceHere(request));

    /// <summary>The request as a new card.</summary>
    public Reply.Show Show(Request request, string? said = null, Audience audience = Audience.Owner) =>
        new(Draw(request, audience, said)) { Subject = Subject.Request(request.Id), Audience = audience };

    public static Change.Enqueue Redraw(Request request) => new(new OutboxMessage.Redraw(request.Id));

    public static string NewToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(TokenBytes));

    private Audience AudienceHere(Request request) =>
        request.IsShared && request.ConversationId == Turn.Where.ConversationId ? Audience.Owner : Audience.Approver;

    private Card Draw(Request request, Audience audience, string? said) => cards.Draw(request, audience, Turn.Requests.Open, said);
}
