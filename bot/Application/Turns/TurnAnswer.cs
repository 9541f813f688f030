using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Turns;

/// <summary>What a turn answers.</summary>
/// <param name="Requests">The requests of its cards, as these show them.</param>
public sealed record TurnAnswer(IReadOnlyList<Effect> Effects, IReadOnlyDictionary<Guid, Request> Requests)
{
    /// <summary>It changes something, so it is kept before it is given.</summary>
    public bool IsToBeKept => Effects.Any(effect => effect is Effect.SaveRequest or Effect.Enqueue or Effect.SaveEvent or Effect.Follow or Effect.StopFollowing or Effect.Forget);

    /// <summary>The DR events of its cards, as these show them.</summary>
    public IReadOnlyDictionary<Guid, RecoveryEvent> Events { get; init; } = new Dictionary<Guid, RecoveryEvent>();

    public static TurnAnswer Of(params IReadOnlyList<Effect> effects) => new(effects, new Dictionary<Guid, Request>());

    /// <param name="seen">What the topic saw; a card may show one of these unchanged.</param>
    public static TurnAnswer Of(Turn seen, IReadOnlyList<Effect> effects) =>
        new(effects, RequestsOf(seen.Requests, effects)) { Events = EventsOf(seen.Events, effects) };

    private static Dictionary<Guid, Request> RequestsOf(RequestContext seen, IReadOnlyList<Effect> effects)
    {
        var requests = new Dictionary<Guid, Request>();
        var kept = effects.OfType<Effect.SaveRequest>().Select(keep => keep.Request);
        foreach (var request in seen.Open.Concat(seen.Waiting).Concat(seen.Named).Concat(seen.Mine).Concat(kept))
            requests[request.Id] = request;
        return requests;
    }

    private static Dictionary<Guid, RecoveryEvent> EventsOf(EventContext seen, IReadOnlyList<Effect> effects)
    {
        var events = new Dictionary<Guid, RecoveryEvent>();
        foreach (var drEvent in seen.Open.Concat(seen.Named).Concat(effects.OfType<Effect.SaveEvent>().Select(keep => keep.Event)))
            events[drEvent.Id] = drEvent;
        return events;
    }

    /// <summary>The version of a request or DR event as its card shows it; null for one that no card shows.</summary>
    public int? VersionOf(Guid subject) => Requests.GetValueOrDefault(subject)?.Version ?? Events.GetValueOrDefault(subject)?.Version;

    /// <summary>The id of the request that a card among the effects shows; null for a card of another kind, and for what is no card.</summary>
    public static Guid? RequestOn(Effect effect) => effect switch
    {
        Effect.Show show => show.Request,
        Effect.Replace replace => replace.Request,
        _ => null,
    };
}
