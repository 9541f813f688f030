using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery.Saying;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>Tells, before a turn is answered, what of DR events has to be read for it.</summary>
public sealed class EventTalk(RequestKit kit)
{
    private const string VerbsOfEvents = "event.";

    public EventNeed Needs(Turn turn) => turn.What switch
    {
        Happening.Pressed { Verb: Verbs.ShowDeliveries } => EventNeed.Deliveries,
        Happening.Pressed press when press.Verb.StartsWith(VerbsOfEvents, StringComparison.Ordinal) => EventNeed.Events,
        // The approval of a failover request opens an event.
        Happening.Pressed { Verb: Verbs.Approve } when turn.Requests.Named.Any(request => kit.Find(request.Type) is { OpensEvent: true }) => EventNeed.Events,
        Happening.Said said => SaidAboutEvents.Read(said.Text, turn, kit)?.Command switch
        {
            null => EventNeed.Nothing,
            EventCommand.Deliveries => EventNeed.Deliveries,
            EventCommand.Page => EventNeed.Page,
            _ => EventNeed.Events,
        },
        _ => EventNeed.Nothing,
    };

    /// <summary>Numbers of the events that a text names.</summary>
    public IReadOnlyList<int> NumbersIn(string text) => EventKeys.NumbersIn(text, kit.Systems);

    /// <summary>The one event that a turn is about; null where it is about none, or may be about several.</summary>
    public static RecoveryEvent? MeantOne(Turn turn, EventsInSight sight) =>
        sight.Named is [var named, ..] ? named : turn.What is Happening.Said && sight.Open is [var only] ? only : null;

    /// <summary>The systems of which the turn may want to know who follows them: each entry the names of one event.</summary>
    public IEnumerable<IReadOnlyList<string>> SystemsToCount(Turn turn, EventsInSight sight) =>
        sight.Named.Concat(sight.Open.Take(1)).Select(happening => happening.Names)
            .Concat(Declared(turn) is { Count: > 0 } names ? [names] : [])
            .Concat(Joined(turn, sight));

    // What the topic will open or join has these names, whichever it does.
    private IEnumerable<IReadOnlyList<string>> Joined(Turn turn, EventsInSight sight)
    {
        var declared = Declared(turn);
        return sight.Open.Where(happening => happening.Names.Intersect(declared, StringComparer.OrdinalIgnoreCase).Any())
            .Select(happening => (IReadOnlyList<string>)[.. happening.Names.Union(declared, StringComparer.OrdinalIgnoreCase)]);
    }

    private IReadOnlyList<string> Declared(Turn turn)
    {
        var pairs = turn.What switch
        {
            Happening.Said said => SaidAboutEvents.Read(said.Text, turn, kit)?.Declared?.Systems ?? [],
            Happening.Pressed { Verb: Verbs.DeclareEvent } press => Declaring.PairsIn(press.Data.GetValueOrDefault(EventButtons.Systems), kit.Systems),
            _ => [],
        };
        return [.. pairs.SelectMany(pair => new[] { pair.Primary, pair.DrSide }).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
