using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Cards;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>Sends the card of a request to people who may approve it, each in their personal chat, and notes where it stands.</summary>
public sealed class ApproverCards(
    IDbContextFactory<BotDb> databases,
    PersonalChats chats,
    RequestCards cards,
    RenderedVersions drawn,
    TimeProvider time,
    ILogger<ApproverCards> log)
{
    /// <param name="since">Whoever has got a card from then on is not sent another.</param>
    public async Task<Result> SendAsync(Request request, IReadOnlyList<string> people, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await new RequestStore(db).OriginAsync(request.Id, cancel) is not { } origin)
            return new(0, people);

        var places = await new CardStore(db).OfAsync(Subject.Request(request.Id), cancel);
        var asked = places.Where(place => place.At >= since).Select(place => place.ConversationId).ToHashSet();
        var result = new Result(0, []);
        foreach (var person in people)
            result = result.With(person, await SendAsync(db, request, person, ReferenceJson.Read(origin), asked, cancel));
        return result;
    }

    private async Task<HandlingResult> SendAsync(
        BotDb db, Request request, string person, ConversationReference near, HashSet<string> asked, CancellationToken cancel)
    {
        var (chat, why) = await chats.FindAsync(db, person, near, cancel);
        if (chat is not null && asked.Contains(chat.ConversationId))
            return HandlingResult.Done.Instance;

        var card = cards.Draw(request, Audience.Approver);
        var outcome = chat is null
            ? why!
            : await chats.SendAsync(chat, person, OutgoingActivity.OfCard(card.ToJson(), card.Summary), cancel);
        if (outcome is SendOutcome.Sent { ActivityId: { } message } sent)
            await NoteAsync(db, request, chat! with { ConversationId = sent.ConversationId }, message, cancel);
        else if (outcome is not SendOutcome.Sent)
            log.ApproverNotReached(person, request.Id, outcome.GetType().Name);
        return SendResultMapping.Of(outcome);
    }

    private async Task NoteAsync(BotDb db, Request request, ConversationReference chat, string message, CancellationToken cancel)
    {
        drawn.Set(Subject.Request(request.Id), request.Version, chat.ConversationId, message);
        await new CardStore(db).AddAsync(
            Subject.Request(request.Id),
            chat.ConversationId,
            message,
            ReferenceJson.Write(chat),
            nameof(Audience.Approver),
            time.GetUtcNow(),
            cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Who got the card.</summary>
    /// <param name="Missing">Ids of those who cannot be written to.</param>
    public sealed record Result(int Reached, IReadOnlyList<string> Missing)
    {
        /// <summary>Somebody may be reached later; null when nobody is left for whom that holds.</summary>
        public HandlingResult.Later? Again { get; init; }

        internal Result With(string person, HandlingResult end) => end switch
        {
            HandlingResult.Later later => this with { Again = later },
            HandlingResult.PermanentFailure => this with { Missing = [.. Missing, person] },
            _ => this with { Reached = Reached + 1 },
        };
    }
}
