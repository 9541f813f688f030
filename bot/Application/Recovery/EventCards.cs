using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Cards;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery;

/// <summary>Sends the card of a DR event to people, each in their personal chat, and notes where it stands.</summary>
public sealed class EventCards(
    IDbContextFactory<BotDb> databases,
    PersonalChats chats,
    EventDrawing drawing,
    RenderedVersions drawn,
    TimeProvider time,
    ILogger<EventCards> log)
{
    /// <param name="since">Whoever has got a card from then on is not sent another.</param>
    /// <returns>How many have got it, and whether somebody may be reached later.</returns>
    public async Task<(int Reached, HandlingResult.Later? Again)> SendAsync(
        RecoveryEvent drEvent, IReadOnlyList<string> people, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await TenantConversation.NearAsync(db, drEvent, cancel) is not { } near)
            return (0, null);

        var asked = (await new CardStore(db).OfAsync(Subject.Event(drEvent.Id), cancel))
            .Where(place => place.At >= since)
            .Select(place => place.Audience)
            .ToHashSet();
        var many = await EventReach.OfAsync(db, drEvent, cancel);
        var (reached, again) = (0, (HandlingResult.Later?)null);
        foreach (var person in people)
        {
            var end = await SendAsync(db, drEvent, person, near, many, asked, cancel);
            reached += end is HandlingResult.Done ? 1 : 0;
            again = end as HandlingResult.Later ?? again;
        }

        return (reached, again);
    }

    /// <summary>Notes a card that was sent.</summary>
    public async Task NoteAsync(
        BotDb db, RecoveryEvent drEvent, string audience, ConversationReference chat, string message, CancellationToken cancel)
    {
        drawn.Set(Subject.Event(drEvent.Id), drEvent.Version, chat.ConversationId, message);
        await new CardStore(db).AddAsync(
            Subject.Event(drEvent.Id), chat.ConversationId, message, ReferenceJson.Write(chat), audience, time.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<HandlingResult> SendAsync(
        BotDb db,
        RecoveryEvent drEvent,
        string person,
        ConversationReference near,
        Reach many,
        HashSet<string> asked,
        CancellationToken cancel)
    {
        // By whom it is for, not by its chat: a chat that was created again for the person is another one.
        var audience = EventAudience.Of(person);
        if (asked.Contains(audience))
            return HandlingResult.Done.Instance;

        var (chat, why) = await chats.FindAsync(db, person, near, cancel);
        var card = drawing.Draw(drEvent, audience, many);
        var message = OutgoingActivity.OfCard(card.ToJson(), card.Summary) with
        {
            Alerts = true,
            IsImportant = Dialogs.Recovery.Announcements.IsImportant(drEvent),
        };
        var outcome = chat is null ? why! : await chats.SendAsync(chat, person, message, cancel);
        if (outcome is SendOutcome.Sent { ActivityId: { } id } sent)
            await NoteAsync(db, drEvent, audience, chat! with { ConversationId = sent.ConversationId }, id, cancel);
        else if (outcome is not SendOutcome.Sent)
            log.AuthorityNotReached(person, drEvent.Id, outcome.GetType().Name);
        return SendResultMapping.Of(outcome);
    }
}
