using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Domain;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Cards;

namespace ChatOpsBot.Application.Cards;

/// <summary>Sends the card of a request or DR event to several people, each in their personal chat, and notes where it stands.</summary>
public sealed class PersonalCards(PersonalChats chats, RenderedVersions drawn, TimeProvider time, ILogger<PersonalCards> log)
{
    /// <param name="version">The version of the subject that the cards show.</param>
    /// <param name="draw">The card for a person, by their id.</param>
    /// <param name="near">A conversation of the same tenant.</param>
    /// <param name="since">Whoever has got a card from then on is not sent another.</param>
    public async Task<PersonalCardsSent> SendAsync(
        BotDb db,
        Subject subject,
        int version,
        IReadOnlyList<string> people,
        Func<string, PersonalCard> draw,
        ConversationReference near,
        DateTimeOffset since,
        CancellationToken cancel)
    {
        var places = (await new CardStore(db).OfAsync(subject, cancel)).Where(place => place.At >= since).ToList();
        var sent = PersonalCardsSent.Nobody;
        foreach (var person in people)
            sent = sent.With(person, await SendAsync(db, subject, version, person, draw(person), near, places, cancel));
        return sent;
    }

    /// <summary>Notes a card that was sent.</summary>
    public async Task NoteAsync(
        BotDb db, Subject subject, int version, string audience, ConversationReference chat, string message, CancellationToken cancel)
    {
        drawn.Set(subject, version, chat.ConversationId, message);
        await new CardStore(db).NoteAsync(
            subject, chat.ConversationId, message, ReferenceJson.Write(chat), audience, time.GetUtcNow(), cancel);
    }

    private async Task<HandlingResult> SendAsync(
        BotDb db,
        Subject subject,
        int version,
        string person,
        PersonalCard card,
        ConversationReference near,
        IReadOnlyList<CardPlace> places,
        CancellationToken cancel)
    {
        // By whom it is for, where that says it: a chat that was created again for the person is another one.
        if (card.IsForOnePerson && places.Any(place => place.Audience == card.Audience))
            return HandlingResult.Done.Instance;

        var (chat, why) = await chats.FindAsync(db, person, near, cancel);
        if (chat is not null && places.Any(place => place.Audience == card.Audience && place.ConversationId == chat.ConversationId))
            return HandlingResult.Done.Instance;

        var outcome = chat is null ? why! : await chats.SendAsync(chat, person, Message(card), cancel);
        if (outcome is SendOutcome.Sent { ActivityId: { } message } sent)
            await NoteAsync(db, subject, version, card.Audience, chat! with { ConversationId = sent.ConversationId }, message, cancel);
        else if (outcome is not SendOutcome.Sent)
            log.CardNotDelivered(person, subject.Id, outcome.GetType().Name);
        return SendResultMapping.Of(outcome);
    }

    private static OutgoingActivity Message(PersonalCard card) =>
        OutgoingActivity.OfCard(card.Card.ToJson(), card.Card.Summary) with { Alerts = card.Alerts, IsImportant = card.IsImportant };
}
