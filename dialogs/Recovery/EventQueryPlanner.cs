using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Recovery.Saying;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>Tells, before a turn is answered, what of DR events has to be read for it.</summary>
public sealed class EventQueryPlanner(RequestServices services)
{
    private const TurnNeeds OfEvents = TurnNeeds.Events | TurnNeeds.Deliveries | TurnNeeds.WallLink;

    public TurnNeeds Needs(Turn turn) => (turn.Needs & OfEvents) | (OpensEvent(turn) ? TurnNeeds.Events : TurnNeeds.None);

    /// <summary>Numbers of the events that a text names.</summary>
    public IReadOnlyList<int> NumbersIn(string text) => EventKeys.NumbersIn(text, services.Systems);

    /// <summary>The one event that a turn is about; null where it is about none, or may be about several.</summary>
    public static RecoveryEvent? MeantOne(Turn turn, EventContext sight) =>
        sight.Named is [var named, ..] ? named : turn.What is TurnInput.Message && sight.Open is [var only] ? only : null;

    /// <summary>The systems of which the turn may want to know who follows them: each entry the names of one event.</summary>
    public IEnumerable<IReadOnlyList<string>> SystemsToCount(Turn turn, EventContext sight) =>
        sight.Named.Concat(sight.Open.Take(1)).Select(drEvent => drEvent.Names)
            .Concat(Declared(turn) is { Count: > 0 } names ? [names] : [])
            .Concat(Joined(turn, sight));

    // What the topic will open or join has these names, whichever it does.
    private IEnumerable<IReadOnlyList<string>> Joined(Turn turn, EventContext sight)
    {
        var declared = Declared(turn);
        return sight.Open.Where(drEvent => drEvent.Names.Intersect(declared, StringComparer.OrdinalIgnoreCase).Any())
            .Select(drEvent => (IReadOnlyList<string>)[.. drEvent.Names.Union(declared, StringComparer.OrdinalIgnoreCase)]);
    }

    private IReadOnlyList<string> Declared(Turn turn)
    {
        var pairs = turn.What switch
        {
            TurnInput.Message => (turn.Command as Command.OnEvent)?.Declared?.Systems ?? [],
            TurnInput.ButtonPress { Verb: Verbs.DeclareEvent } press => Declaring.PairsIn(
                press.Data.GetValueOrDefault(EventButtons.Systems), services.Systems),
            _ => [],
        };
        return
        [
            .. pairs.SelectMany(pair => new[] { pair.Primary, pair.DrSide }).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    // The approval of a failover request opens an event.
    private bool OpensEvent(Turn turn) => turn.What is TurnInput.ButtonPress { Verb: Verbs.Approve }
        && turn.Requests.Named.Any(request => services.Find(request.Type) is { OpensEvent: true });
}
