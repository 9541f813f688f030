using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery;

/// <summary>
/// Tells whoever declared an event something, where it was declared. What another program declared is told to those who lead events,
/// each in their personal chat.
/// </summary>
public sealed class NotifyDeclarerHandler(
    IDbContextFactory<BotDb> databases,
    ConnectorClient teams,
    PersonalChats chats,
    EventNotices notices,
    EventDrawing drawing,
    PersonalCards cards,
    OutboxCommits commits,
    RecoveryPolicy policy)
    : IOutboxHandler<OutboxMessage.NotifyDeclarer>
{
    private const string Personal = "personal";

    public async Task<HandlingResult> HandleAsync(OutboxMessage.NotifyDeclarer outboxMessage, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var store = new RecoveryStore(db);
        if (await store.FindAsync(outboxMessage.Event, cancel) is not { } drEvent)
            return HandlingResult.Done.Instance;

        if (outboxMessage.To is { } person)
            return await TellAsync(db, drEvent, person, outboxMessage, cancel);

        if (await store.OriginAsync(outboxMessage.Event, cancel) is { } origin)
            return await TellAsync(db, drEvent, ReferenceJson.Read(origin), drEvent.DeclaredBy.Id, outboxMessage, cancel);

        // A message each: who cannot be reached has nobody else told twice.
        await commits.SendAsync([.. policy.Coordinators.Select(leader => outboxMessage with { To = leader, Due = null })], cancel);
        return HandlingResult.Done.Instance;
    }

    private async Task<HandlingResult> TellAsync(
        BotDb db, RecoveryEvent drEvent, string person, OutboxMessage.NotifyDeclarer outboxMessage, CancellationToken cancel)
    {
        if (await TenantConversation.NearAsync(db, drEvent, cancel) is not { } near)
            return new HandlingResult.Later("There is no conversation reference in the tenant.");

        var (chat, why) = await chats.FindAsync(db, person, near, cancel);
        return chat is null ? SendResultMapping.Of(why!) : await TellAsync(db, drEvent, chat, person, outboxMessage, cancel);
    }

    private async Task<HandlingResult> TellAsync(
        BotDb db,
        RecoveryEvent drEvent,
        ConversationReference chat,
        string person,
        OutboxMessage.NotifyDeclarer outboxMessage,
        CancellationToken cancel)
    {
        var sentence = notices.Tell(drEvent, outboxMessage.News, outboxMessage.MayBeDuplicate);
        return outboxMessage.WithCard
            ? await ShowAsync(db, drEvent, chat, person, sentence, cancel)
            : SendResultMapping.Of(await SendAsync(chat, person, OutgoingActivity.OfText(sentence) with { Alerts = true }, cancel));
    }

    private async Task<HandlingResult> ShowAsync(
        BotDb db, RecoveryEvent drEvent, ConversationReference chat, string person, string sentence, CancellationToken cancel)
    {
        var audience = chat.ConversationType == Personal ? EventAudience.Of(person) : EventAudience.Everybody;
        var card = drawing.Draw(drEvent, audience, await EventReach.OfAsync(db, drEvent, cancel), sentence);
        var outcome = await SendAsync(chat, person, OutgoingActivity.OfCard(card.ToJson(), card.Summary), cancel);
        if (outcome is SendOutcome.Sent { ActivityId: { } message } sent)
            await cards.NoteAsync(
                db,
                Subject.Event(drEvent.Id),
                drEvent.Version,
                audience,
                chat with { ConversationId = sent.ConversationId },
                message,
                cancel);
        return SendResultMapping.Of(outcome);
    }

    private Task<SendOutcome> SendAsync(ConversationReference chat, string person, OutgoingActivity message, CancellationToken cancel) =>
        chat.ConversationType == Personal ? chats.SendAsync(chat, person, message, cancel) : teams.SendAsync(chat, message, cancel);
}
