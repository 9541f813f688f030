using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Host.Turns;

/// <summary>What a turn answers.</summary>
/// <param name="Requests">The requests of its cards, as these show them.</param>
public sealed record TurnAnswer(IReadOnlyList<Effect> Effects, IReadOnlyDictionary<Guid, Request> Requests)
{
    /// <summary>It changes something, so it is kept before it is given.</summary>
    public bool IsToBeKept => Effects.Any(effect => effect is Effect.Keep or Effect.Send or Effect.KeepEvent or Effect.Follow or Effect.StopFollowing or Effect.Forget);

    /// <summary>The DR events of its cards, as these show them.</summary>
    public IReadOnlyDictionary<Guid, RecoveryEvent> Events { get; init; } = new Dictionary<Guid, RecoveryEvent>();

    public static TurnAnswer Of(params IReadOnlyList<Effect> effects) => new(effects, new Dictionary<Guid, Request>());

    /// <param name="seen">What the topic saw; a card may show one of these unchanged.</param>
    public static TurnAnswer Of(Turn seen, IReadOnlyList<Effect> effects) =>
        new(effects, RequestsOf(seen.Requests, effects)) { Events = EventsOf(seen.Events, effects) };

    private static Dictionary<Guid, Request> RequestsOf(RequestsInSight seen, IReadOnlyList<Effect> effects)
    {
        var requests = new Dictionary<Guid, Request>();
        var kept = effects.OfType<Effect.Keep>().Select(keep => keep.Request);
        foreach (var request in seen.Open.Concat(seen.Waiting).Concat(seen.Named).Concat(seen.Mine).Concat(kept))
            requests[request.Id] = request;
        return requests;
    }

    private static Dictionary<Guid, RecoveryEvent> EventsOf(EventsInSight seen, IReadOnlyList<Effect> effects)
    {
        var events = new Dictionary<Guid, RecoveryEvent>();
        foreach (var happening in seen.Open.Concat(seen.Named).Concat(effects.OfType<Effect.KeepEvent>().Select(keep => keep.Event)))
            events[happening.Id] = happening;
        return events;
    }

    /// <summary>The version of a request or DR event as its card shows it; null for one that no card shows.</summary>
    public int? VersionOf(Guid matter) => Requests.GetValueOrDefault(matter)?.Version ?? Events.GetValueOrDefault(matter)?.Version;

    /// <summary>The id of the request that a card among the effects shows; null for a card of another kind, and for what is no card.</summary>
    public static Guid? RequestOn(Effect effect) => effect switch
    {
        Effect.Show show => show.Request,
        Effect.Replace replace => replace.Request,
        _ => null,
    };
}
