using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>Sends the card of a request to people who may approve it, each in their personal chat.</summary>
public sealed class ApproverCards(IDbContextFactory<BotDb> databases, PersonalCards personal, RequestCards cards)
{
    /// <param name="since">Whoever has got a card from then on is not sent another.</param>
    public async Task<PersonalCardsSent> SendAsync(
        Request request, IReadOnlyList<string> people, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await new RequestStore(db).OriginAsync(request.Id, cancel) is not { } origin)
            return new(0, people);

        var card = new PersonalCard(cards.Draw(request, Audience.Approver), nameof(Audience.Approver));
        return await personal.SendAsync(
            db, Subject.Request(request.Id), request.Version, people, _ => card, ReferenceJson.Read(origin), since, cancel);
    }
}
