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

/// <summary>Tells whoever declared an event something, where it was declared.</summary>
public sealed class DeclarerTelling(
    IDbContextFactory<BotDb> databases, ConnectorClient teams, PersonalChats chats, EventTelling telling, EventDrawing drawing, EventCards cards, EventReach reach)
{
    private const string Personal = "personal";

    public async Task<ErrandEnd> DoAsync(Errand.TellDeclarer errand, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var events = new RecoveryStore(db);
        // What another program declared has nobody to be told.
        if (await events.FindAsync(errand.Event, cancel) is not { } happening || await events.HomeAsync(errand.Event, cancel) is not { } home)
            return ErrandEnd.Done.Well;

        var chat = ReferenceJson.Read(home);
        var sentence = telling.Tell(happening, errand.News);
        return errand.WithCard
            ? await ShowAsync(db, happening, chat, sentence, cancel)
            : Ends.Of(await SendAsync(chat, happening, OutgoingActivity.OfText(sentence) with { Alerts = true }, cancel));
    }

    private async Task<ErrandEnd> ShowAsync(BotDb db, RecoveryEvent happening, ConversationReference chat, string sentence, CancellationToken cancel)
    {
        var audience = chat.ConversationType == Personal ? EventAudience.Of(happening.DeclaredBy.Id) : EventAudience.Everybody;
        var card = drawing.Draw(happening, audience, await reach.OfAsync(db, happening, cancel), sentence);
        var outcome = await SendAsync(chat, happening, OutgoingActivity.OfCard(card.ToJson(), card.Summary), cancel);
        if (outcome is SendOutcome.Sent { ActivityId: { } message } sent)
            await cards.NoteAsync(db, happening, audience, chat with { ConversationId = sent.ConversationId }, message, cancel);
        return Ends.Of(outcome);
    }

    private Task<SendOutcome> SendAsync(ConversationReference chat, RecoveryEvent happening, OutgoingActivity message, CancellationToken cancel) =>
        chat.ConversationType == Personal ? chats.SendAsync(chat, happening.DeclaredBy.Id, message, cancel) : teams.SendAsync(chat, message, cancel);
}
