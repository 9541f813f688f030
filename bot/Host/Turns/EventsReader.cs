using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Host.Recovery;
using ChatOpsBot.Host.Recovery.Wall;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Turns;

/// <summary>Reads, before a turn is answered, the DR events it may be about.</summary>
public sealed class EventsReader(EventTalk talk, EventReach reach, Invitations invitations)
{
    /// <summary>What the buttons of an event's card carry its id as.</summary>
    public const string EventInPress = EventButtons.Event;

    public async Task<EventsInSight> ReadAsync(BotDb db, Turn turn, string? tenant, CancellationToken cancel)
    {
        var sight = new EventsInSight { Tenant = tenant };
        var need = talk.Needs(turn);
        if (need is EventNeed.Nothing)
            return sight;

        // The link is for this person alone.
        if (need is EventNeed.Page)
            return turn.Where.Kind is PlaceKind.Personal ? sight with { Page = await invitations.LinkAsync(turn.Who.Id, tenant, cancel) } : sight;

        var store = new RecoveryStore(db);
        sight = sight with
        {
            Open = await store.OpenAsync(tenant, EventsInSight.Most, cancel),
            Named = await NamedAsync(store, turn.What, tenant, cancel),
            NextNumber = await store.NextNumberAsync(cancel),
        };
        return sight with
        {
            Reaches = await reach.OfAsync(db, tenant, [.. talk.SystemsToCount(turn, sight)], cancel),
            Deliveries = need is EventNeed.Deliveries && EventTalk.MeantOne(turn, sight) is { } meant ? await reach.SheetAsync(db, meant, cancel) : null,
        };
    }

    /// <summary>The event whose card was pressed; null for another press.</summary>
    public static Guid? IdIn(Happening what) =>
        what is Happening.Pressed press && Guid.TryParseExact(press.Data.GetValueOrDefault(EventInPress), "N", out var id) ? id : null;

    private async Task<IReadOnlyList<RecoveryEvent>> NamedAsync(RecoveryStore store, Happening what, string? tenant, CancellationToken cancel)
    {
        if (IdIn(what) is { } id)
            return await store.FindAsync(id, cancel) is { } pressed && pressed.Tenant == tenant ? [pressed] : [];

        var numbers = what is Happening.Said { Text: var text } ? talk.NumbersIn(text) : [];
        return numbers.Count > 0 ? await store.FindByNumbersAsync(tenant, numbers, cancel) : [];
    }
}
