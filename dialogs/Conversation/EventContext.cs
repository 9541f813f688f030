using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What a topic may know of DR events: loaded before the turn where it is about them, and never more than these.</summary>
public sealed record EventContext
{
    public static EventContext None { get; } = new();

    /// <summary>How many events are loaded at most.</summary>
    public const int Most = 100;

    /// <summary>Those that are not over, the newest first.</summary>
    public IReadOnlyList<RecoveryEvent> Open { get; init; } = [];

    /// <summary>How long somebody's declarations are remembered after they are over.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    /// <summary>How many that this person declared lately are over; read for a declaration alone.</summary>
    public int EndedLately { get; init; }

    /// <summary>Those named in what was said, and the one of the pressed card.</summary>
    public IReadOnlyList<RecoveryEvent> Named { get; init; } = [];

    /// <summary>The number of the next event.</summary>
    public int NextNumber { get; init; } = 1;

    /// <summary>The tenant of this turn; null in local mode.</summary>
    public string? Tenant { get; init; }

    /// <summary>Who would hear of an event about these systems, by their names as <see cref="KeyOf"/> joins them.</summary>
    public IReadOnlyDictionary<string, Reach> Reaches { get; init; } = new Dictionary<string, Reach>();

    /// <summary>What every channel has got of the event that was asked about; null where that was not asked.</summary>
    public DeliveryStatus? Deliveries { get; init; }

    /// <summary>Where the page of current events is, for whoever asked for it; null where it was not asked, or has no address.</summary>
    public Uri? Page { get; init; }

    /// <summary>Those with a card in this channel, which is updated where it stands.</summary>
    public IReadOnlySet<Guid> ShownHere { get; init; } = new HashSet<Guid>();

    public Reach ReachOf(RecoveryEvent drEvent) => Reaches.GetValueOrDefault(KeyOf(drEvent.Names)) ?? Reach.Nobody;

    public static string KeyOf(IEnumerable<string> names) =>
        string.Join('\n', names.Select(name => name.ToUpperInvariant()).Order(StringComparer.Ordinal));
}
