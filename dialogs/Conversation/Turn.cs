using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Understanding;
using NodaTime;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>One thing that happened in a chat, and all that a topic may know about it. No HTTP, no Teams JSON, no clock.</summary>
public sealed record Turn
{
    public required TurnInput What { get; init; }

    public required Person Who { get; init; }

    public required Place Where { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The zone the person lives by: what "last night" means, and the zone times are shown in.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Language to answer in: always one the bot speaks.</summary>
    public required string Language { get; init; }

    /// <summary>What was said, understood; null when nothing was said.</summary>
    public Meaning? Meaning { get; init; }

    /// <summary>What the message tells the bot to do; null for a button press, a question, or anything else.</summary>
    public Command? Command { get; init; }

    /// <summary>The files that came with the message, in a personal chat.</summary>
    public IReadOnlyList<OfferedFile> Files { get; init; } = [];

    /// <summary>What has to be loaded before a topic can answer.</summary>
    public TurnNeeds Needs =>
        (Command?.Needs ?? TurnNeeds.None)
        | (What is TurnInput.ButtonPress press ? Verbs.Needs(press.Verb) : TurnNeeds.None)
        | (Meaning?.Intent is Intent.Request || Files.Count > 0 ? TurnNeeds.Requests : TurnNeeds.None);

    /// <summary>The requests this turn may be about, as they stand.</summary>
    public RequestContext Requests { get; init; } = RequestContext.None;

    /// <summary>The DR events this turn may be about, as they stand.</summary>
    public EventContext Events { get; init; } = EventContext.None;

    /// <summary>What this channel follows; read for a turn about that alone.</summary>
    public SubscriptionContext Following { get; init; } = SubscriptionContext.None;

    /// <summary>What is stored about this person; read for a turn about that alone, otherwise null.</summary>
    public PersonalDataContext? Records { get; init; }

    /// <summary>Who holds which role; read for a turn about that alone, otherwise null.</summary>
    public RoleContext? Roles { get; init; }

    /// <summary>Whether this person may open the desk's page, and the link; read for a turn about that alone, otherwise null.</summary>
    public DeskPageContext? DeskPage { get; init; }

    /// <summary>
    /// The people who are named where it matters who they are, as Teams knows them: by the name of their mention in any case, or by object
    /// id.
    /// </summary>
    public IReadOnlyDictionary<string, PersonMeant> People { get; init; } = new Dictionary<string, PersonMeant>();
}

/// <summary>What happened: the closed family of events a topic can answer.</summary>
public abstract record TurnInput
{
    private TurnInput()
    {
    }

    /// <summary>A person wrote a message to the bot; mentions of the bot are already taken out.</summary>
    public sealed record Message(string Text) : TurnInput
    {
        /// <summary>The text without the colleagues who are called before or after everything else; null where there are none.</summary>
        public string? Order { get; init; }

        /// <summary>A picture or a file came with it: see <see cref="Turn.Files"/>, which has none of those that a bot cannot read.</summary>
        public bool HasFiles { get; init; }

        /// <summary>The colleagues who are mentioned, in the order of the text.</summary>
        public IReadOnlyList<Mentioned> Mentioned { get; init; } = [];
    }

    /// <summary>A person pressed a button of a card.</summary>
    /// <param name="Verb">The verb of the button, a constant of <see cref="Verbs"/>.</param>
    /// <param name="Data">What the button carried and what was typed into the card. Comes from outside: check it.</param>
    public sealed record ButtonPress(string Verb, IReadOnlyDictionary<string, string> Data) : TurnInput;

    /// <summary>The bot was added to this place for the first time.</summary>
    public sealed record BotAdded : TurnInput;
}

/// <summary>Somebody who is mentioned in a message.</summary>
/// <param name="Name">As it stands in the text, where its sender can change it: never an identity.</param>
/// <param name="AccountId">The channel's own id (<c>29:…</c>), by which Teams tells who it is.</param>
public sealed record Mentioned(string Name, string AccountId);

/// <summary>The chat of a turn.</summary>
public sealed record Place(string ConversationId, PlaceKind Kind)
{
    /// <summary>A thread of a channel: Teams adds its root message to the channel's id.</summary>
    public bool IsThread => ConversationId.Contains(";messageid=", StringComparison.Ordinal);
}

public enum PlaceKind
{
    Personal,
    GroupChat,
    Channel,
}
