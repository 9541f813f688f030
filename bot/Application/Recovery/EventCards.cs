using ChatOpsBot.Application.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery;

/// <summary>Sends the card of a DR event to people, each in their personal chat.</summary>
public sealed class EventCards(IDbContextFactory<BotDb> databases, PersonalCards cards, EventDrawing drawing)
{
    /// <param name="since">Whoever has got a card from then on is not sent another.</param>
    public async Task<PersonalCardsSent> SendAsync(
        RecoveryEvent drEvent, IReadOnlyList<string> people, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await TenantConversation.NearAsync(db, drEvent, cancel) is not { } near)
            return new(0, people);

        var reach = await EventReach.OfAsync(db, drEvent, cancel);
        return await cards.SendAsync(
            db, Subject.Event(drEvent.Id), drEvent.Version, people, person => CardFor(person, drEvent, reach), near, since, cancel);
    }

    private PersonalCard CardFor(string person, RecoveryEvent drEvent, Reach reach)
    {
        var audience = EventAudience.Of(person);
        return new(drawing.Draw(drEvent, audience, reach), audience)
        {
            IsForOnePerson = true,
            Alerts = true,
            IsImportant = Dialogs.Recovery.Announcements.IsImportant(drEvent),
        };
    }
}
