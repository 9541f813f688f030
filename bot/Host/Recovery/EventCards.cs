using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Host.Delivery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Recovery;

/// <summary>Sends the card of a DR event to people, each in their personal chat, and notes where it stands.</summary>
public sealed class EventCards(
    IDbContextFactory<BotDb> databases, PersonalChats chats, EventDrawing drawing, EventReach reach, DrawnVersions drawn, TimeProvider time, ILogger<EventCards> log)
{
    /// <param name="since">Whoever has got a card from then on is not sent another.</param>
    /// <returns>How many have got it, and whether somebody may be reached later.</returns>
    public async Task<(int Reached, ErrandEnd.Later? Again)> SendAsync(RecoveryEvent happening, IReadOnlyList<string> people, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await EventWay.NearAsync(db, happening, cancel) is not { } near)
            return (0, null);

        var asked = (await new CardStore(db).OfAsync(happening.Id, cancel)).Where(place => place.At >= since).Select(place => place.Audience).ToHashSet();
        var many = await reach.OfAsync(db, happening, cancel);
        var (reached, again) = (0, (ErrandEnd.Later?)null);
        foreach (var person in people)
        {
            var end = await SendAsync(db, happening, person, near, many, asked, cancel);
            reached += end is ErrandEnd.Done ? 1 : 0;
            again = end as ErrandEnd.Later ?? again;
        }

        return (reached, again);
    }

    /// <summary>Notes a card that was sent.</summary>
    public async Task NoteAsync(BotDb db, RecoveryEvent happening, string audience, ConversationReference chat, string message, CancellationToken cancel)
    {
        drawn.Set(happening.Id, happening.Version, chat.ConversationId, message);
        await new CardStore(db).AddAsync(happening.Id, chat.ConversationId, message, ReferenceJson.Write(chat), audience, time.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<ErrandEnd> SendAsync(
        BotDb db, RecoveryEvent happening, string person, ConversationReference near, Reach many, HashSet<string> asked, CancellationToken cancel)
    {
        // By whom it is for, not by its chat: one that was opened anew for it is not the one that is found.
        var audience = EventAudience.Of(person);
        if (asked.Contains(audience))
            return ErrandEnd.Done.Well;

        var (chat, why) = await chats.FindAsync(db, person, near, cancel);
        var card = drawing.Draw(happening, audience, many);
        var message = OutgoingActivity.OfCard(card.ToJson(), card.Summary) with { Alerts = true, IsImportant = Dialogs.Recovery.Announcements.IsImportant(happening) };
        var outcome = chat is null ? why! : await chats.SendAsync(chat, person, message, cancel);
        if (outcome is SendOutcome.Sent { ActivityId: { } id } sent)
            await NoteAsync(db, happening, audience, chat! with { ConversationId = sent.ConversationId }, id, cancel);
        else if (outcome is not SendOutcome.Sent)
            log.AuthorityNotReached(person, happening.Id, outcome.GetType().Name);
        return Ends.Of(outcome);
    }
}
