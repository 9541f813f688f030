using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Cards;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Recovery;

/// <summary>Reads, before a turn is answered, the DR events it may be about.</summary>
public sealed class EventContextReader(EventQueryPlanner planner, Invitations invitations)
{
    /// <summary>What the buttons of an event's card carry its id as.</summary>
    public const string EventInPress = EventButtons.Event;

    /// <summary>The turn is about no event.</summary>
    public bool NeedsNothing(Turn turn) => planner.Needs(turn) is TurnNeeds.None;

    public async Task<EventContext> ReadAsync(BotDb db, Turn turn, string? tenant, CancellationToken cancel)
    {
        var sight = new EventContext { Tenant = tenant };
        var need = planner.Needs(turn);
        if (need is TurnNeeds.None)
            return sight;

        // The link is for this person alone.
        if (need.HasFlag(TurnNeeds.WallLink))
            return turn.Where.Kind is PlaceKind.Personal
                ? sight with
                {
                    Page = await invitations.LinkAsync(ViewerPage.Wall, turn.Who, tenant, cancel),
                }
                : sight;

        var store = new RecoveryStore(db);
        sight = sight with
        {
            Open = await store.OpenAsync(tenant, EventContext.Most, cancel),
            Named = await NamedAsync(store, turn.What, tenant, cancel),
            NextNumber = await store.NextNumberAsync(cancel),
            EndedLately = IsDeclaration(turn)
                ? await store.EndedOfAsync(tenant, turn.Who.Id, turn.At - EventContext.Lately, cancel)
                : 0,
        };
        if (turn.Where.Kind is PlaceKind.Channel)
            sight = sight with { ShownHere = await ShownAsync(db, turn.Where.ConversationId, sight, cancel) };
        return sight with
        {
            Reaches = await EventReach.OfAsync(db, tenant, [.. planner.SystemsToCount(turn, sight)], cancel),
            Deliveries =
                need.HasFlag(TurnNeeds.Deliveries) && EventQueryPlanner.MeantOne(turn, sight) is { } meant
                    ? await EventReach.DeliveryStatusAsync(db, meant, cancel)
                    : null,
        };
    }

    /// <summary>The event whose card was pressed; null for another press.</summary>
    public static Guid? IdIn(TurnInput what) =>
        what is TurnInput.ButtonPress press && Guid.TryParseExact(press.Data.GetValueOrDefault(EventInPress), "N", out var id) ? id : null;

    private static bool IsDeclaration(Turn turn) =>
        turn.Command is Command.OnEvent { Action: EventAction.Declare } || turn.What is TurnInput.ButtonPress { Verb: Verbs.DeclareEvent };

    // As a card with buttons, or as the announcement whose thread this is.
    private static async Task<IReadOnlySet<Guid>> ShownAsync(BotDb db, string here, EventContext sight, CancellationToken cancel)
    {
        var ids = sight.Open.Concat(sight.Named).Select(drEvent => drEvent.Id).ToHashSet();
        var shown = await new CardStore(db).ShownInAsync(here, ids, cancel);
        return shown.Concat(await new RecoveryStore(db).AnnouncedInAsync(here, ids, cancel)).ToHashSet();
    }

    private async Task<IReadOnlyList<RecoveryEvent>> NamedAsync(
        RecoveryStore store, TurnInput what, string? tenant, CancellationToken cancel)
    {
        if (IdIn(what) is { } id)
            return await store.FindAsync(id, cancel) is { } pressed && pressed.Tenant == tenant ? [pressed] : [];

        var numbers = what is TurnInput.Message { Text: var text } ? planner.NumbersIn(text) : [];
        return numbers.Count > 0 ? await store.FindByNumbersAsync(tenant, numbers, cancel) : [];
    }
}
