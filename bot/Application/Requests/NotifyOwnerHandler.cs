using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>Tells the owner of a request something, where it was filed.</summary>
public sealed class NotifyOwnerHandler(IDbContextFactory<BotDb> databases, ConnectorClient teams, PersonalChats chats, RequestCards cards)
    : IOutboxHandler<OutboxMessage.NotifyOwner>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.NotifyOwner outboxMessage, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var requests = new RequestStore(db);
        if (await requests.FindAsync(outboxMessage.Request, cancel) is not { } request)
            return HandlingResult.Done.Instance;
        if (!cards.IsKnownType(request))
            return SendResultMapping.UnknownType(request);

        // What was asked for in a terminal has no conversation: the terminal looks for its news itself.
        if (await requests.OriginAsync(outboxMessage.Request, cancel) is not { } origin)
            return HandlingResult.Done.Instance;

        var message = OutgoingActivity.OfText(cards.Tell(request, outboxMessage.News, outboxMessage.MayBeDuplicate));
        return SendResultMapping.Of(await SendAsync(ReferenceJson.Read(origin), request, message, cancel));
    }

    private Task<SendOutcome> SendAsync(
        ConversationReference origin,
        Request request,
        OutgoingActivity message,
        CancellationToken cancel
    ) => request.IsShared ? teams.SendAsync(origin, message, cancel) : chats.SendAsync(origin, request.Owner.Id, message, cancel);
}
