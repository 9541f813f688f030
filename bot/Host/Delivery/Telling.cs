using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Tells the owner of a request something, where it was filed.</summary>
public sealed class Telling(IDbContextFactory<BotDb> databases, ConnectorClient teams, PersonalChats chats, RequestCards cards)
{
    public async Task<ErrandEnd> DoAsync(Errand.Tell errand, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var requests = new RequestStore(db);
        if (await requests.FindAsync(errand.Request, cancel) is not { } request)
            return ErrandEnd.Done.Well;
        if (!cards.Knows(request))
            return Ends.UnknownType(request);

        return await requests.HomeAsync(errand.Request, cancel) is { } home
            ? Ends.Of(await SendAsync(ReferenceJson.Read(home), request, OutgoingActivity.OfText(cards.Tell(request, errand.News)), cancel))
            : new ErrandEnd.Hopeless("There is no conversation reference for its owner.");
    }

    private Task<SendOutcome> SendAsync(ConversationReference home, Request request, OutgoingActivity message, CancellationToken cancel) =>
        request.IsShared ? teams.SendAsync(home, message, cancel) : chats.SendAsync(home, request.Owner.Id, message, cancel);
}
