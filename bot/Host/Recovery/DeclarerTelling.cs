using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Delivery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Recovery;

/// <summary>
/// Tells whoever declared an event something, where it was declared. What another program declared is told to those who lead events, each in
/// their personal chat.
/// </summary>
public sealed class DeclarerTelling(
    IDbContextFactory<BotDb> databases,
    ConnectorClient teams,
    PersonalChats chats,
    EventTelling telling,
    EventDrawing drawing,
    EventCards cards,
    EventReach reach,
    RecoveryChanges events,
    RecoveryPolicy policy)
{
    private const string Personal = "personal";

    public async Task<ErrandEnd> DoAsync(Errand.TellDeclarer errand, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var store = new RecoveryStore(db);
        if (await store.FindAsync(errand.Event, cancel) is not { } happening)
            return ErrandEnd.Done.Well;

        if (errand.To is { } person)
            return await TellAsync(db, happening, person, errand, cancel);

        if (await store.HomeAsync(errand.Event, cancel) is { } home)
            return await TellAsync(db, happening, ReferenceJson.Read(home), happening.DeclaredBy.Id, errand, cancel);

        // An errand each: who cannot be reached has nobody else told twice.
        await events.SendAsync([.. policy.Coordinators.Select(leader => errand with { To = leader, Due = null })], cancel);
        return ErrandEnd.Done.Well;
    }

    private async Task<ErrandEnd> TellAsync(BotDb db, RecoveryEvent happening, string person, Errand.TellDeclarer errand, CancellationToken cancel)
    {
        if (await EventWay.NearAsync(db, happening, cancel) is not { } near)
            return new ErrandEnd.Later("There is no conversation reference in the tenant.");

        var (chat, why) = await chats.FindAsync(db, person, near, cancel);
        return chat is null ? Ends.Of(why!) : await TellAsync(db, happening, chat, person, errand, cancel);
    }

    private async Task<ErrandEnd> TellAsync(
        BotDb db, RecoveryEvent happening, ConversationReference chat, string person, Errand.TellDeclarer errand, CancellationToken cancel)
    {
        var sentence = telling.Tell(happening, errand.News);
        return errand.WithCard
            ? await ShowAsync(db, happening, chat, person, sentence, cancel)
            : Ends.Of(await SendAsync(chat, person, OutgoingActivity.OfText(sentence) with { Alerts = true }, cancel));
    }

    private async Task<ErrandEnd> ShowAsync(
        BotDb db, RecoveryEvent happening, ConversationReference chat, string person, string sentence, CancellationToken cancel)
    {
        var audience = chat.ConversationType == Personal ? EventAudience.Of(person) : EventAudience.Everybody;
        var card = drawing.Draw(happening, audience, await reach.OfAsync(db, happening, cancel), sentence);
        var outcome = await SendAsync(chat, person, OutgoingActivity.OfCard(card.ToJson(), card.Summary), cancel);
        if (outcome is SendOutcome.Sent { ActivityId: { } message } sent)
            await cards.NoteAsync(db, happening, audience, chat with { ConversationId = sent.ConversationId }, message, cancel);
        return Ends.Of(outcome);
    }

    private Task<SendOutcome> SendAsync(ConversationReference chat, string person, OutgoingActivity message, CancellationToken cancel) =>
        chat.ConversationType == Personal ? chats.SendAsync(chat, person, message, cancel) : teams.SendAsync(chat, message, cancel);
}
