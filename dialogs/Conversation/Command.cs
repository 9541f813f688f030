using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>
/// What a message tells the bot to do with a request, a DR event, a channel's subscriptions, stored personal data, roles or the desk's
/// page. Parsed once, from the text alone; which request or event it means is found when the data it needs has been loaded.
/// </summary>
public abstract record Command
{
    private Command()
    {
    }

    public abstract TurnNeeds Needs { get; }

    /// <summary>"declare a failover for LPAR1", "update DR-3: switching now", "deliveries DR-3".</summary>
    /// <param name="Number">Null where no event is named.</param>
    public sealed record OnEvent(EventAction Action, int? Number) : Command
    {
        /// <summary>The update, the correction, or the comment on a step; null for none.</summary>
        public string? Text { get; init; }

        /// <summary>Where a step leads.</summary>
        public RecoveryState? To { get; init; }

        /// <summary>What is declared, as far as it was said.</summary>
        public DeclarationDraft? Declared { get; init; }

        public override TurnNeeds Needs => Action switch
        {
            EventAction.Page => TurnNeeds.WallLink,
            EventAction.Deliveries => TurnNeeds.Events | TurnNeeds.Deliveries,
            // Where there is no event, a request may be meant.
            EventAction.Next => TurnNeeds.Events | TurnNeeds.Requests,
            _ => TurnNeeds.Events,
        };
    }

    /// <summary>"status RST-7K3QZC", "my requests", "withdraw it".</summary>
    /// <param name="Verb">What is to be done: one of <see cref="Verbs"/>.</param>
    /// <param name="Key">Null where no request is named.</param>
    /// <param name="Miscopied">What is written like a key and is none.</param>
    public sealed record OnRequest(string Verb, string? Key = null, string? Miscopied = null) : Command
    {
        /// <summary>What the desk is to be told; null for nothing.</summary>
        public string? Text { get; init; }

        public override TurnNeeds Needs => TurnNeeds.Requests;
    }

    /// <summary>"follow LPAR1", "what do we follow?".</summary>
    /// <param name="Language">Two-letter code of the language it was said in.</param>
    /// <param name="Names">Systems as they were said; empty where all are meant.</param>
    /// <param name="Event">Key of a DR event that was named where a system belongs.</param>
    public sealed record OnSubscriptions(SubscriptionAction Action, string Language, IReadOnlyList<string> Names, string? Event = null)
        : Command
    {
        public override TurnNeeds Needs => TurnNeeds.Subscriptions;
    }

    /// <summary>"what do you know about me", "forget me".</summary>
    /// <param name="Language">Two-letter code of the language it was said in.</param>
    public sealed record OnPersonalRecords(PersonalDataAction Action, string Language) : Command
    {
        public override TurnNeeds Needs => TurnNeeds.PersonalData;
    }

    /// <summary>"grant dr-authority to Ben", "who may approve?".</summary>
    /// <param name="Language">Two-letter code of the language it was said in.</param>
    /// <param name="Role">Its name; null where all are meant.</param>
    /// <param name="Who">Whoever is to have it or not, as said; empty for the person who says it; null for a question.</param>
    public sealed record OnRoles(RoleAction Action, string Language, string? Role = null, string? Who = null) : Command
    {
        /// <summary>Who is called a group.</summary>
        public bool IsGroup { get; init; }

        public override TurnNeeds Needs => TurnNeeds.Roles;
    }

    /// <summary>"open the desk": the page on which tickets of the local desk are worked.</summary>
    /// <param name="Language">Two-letter code of the language it was said in.</param>
    public sealed record OpenDesk(string Language) : Command
    {
        public override TurnNeeds Needs => TurnNeeds.DeskLink;
    }
}

/// <summary>A declaration as far as a sentence says it.</summary>
/// <param name="Kind">Null where it is not said.</param>
/// <param name="Systems">By name, the primary side; empty where none is said. They may be unknown.</param>
/// <param name="IsPlain">A declaration by its very words. Otherwise it may be one, and the person confirms it before it counts.</param>
public sealed record DeclarationDraft(RecoveryKind? Kind, IReadOnlyList<RecoveryPair> Systems, string? Reason, bool IsPlain)
{
    /// <summary>The time that it names, as it was said; null where it names none, or says that it is now.</summary>
    public string? When { get; init; }
}

public enum SubscriptionAction
{
    Show,
    Follow,
    Stop,
}

public enum PersonalDataAction
{
    Show,
    Forget,
}

public enum RoleAction
{
    Show,
    Grant,
    Revoke,
}
