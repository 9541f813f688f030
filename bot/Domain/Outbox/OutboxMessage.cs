using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Domain.Outbox;

/// <summary>
/// Something to be done outside because of a change, saved in the same commit and done after it, at least once. The family is closed.
/// Doing one twice does no harm: each looks at the request as it stands then.
/// </summary>
/// <param name="Subject">Messages about one subject are handled in order.</param>
[JsonDerivedType(typeof(OpenTicket), "open-ticket")]
[JsonDerivedType(typeof(AmendTicket), "amend-ticket")]
[JsonDerivedType(typeof(WithdrawTicket), "withdraw-ticket")]
[JsonDerivedType(typeof(ReplyToDesk), "reply-to-desk")]
[JsonDerivedType(typeof(AttachFile), "attach-file")]
[JsonDerivedType(typeof(Redraw), "redraw")]
[JsonDerivedType(typeof(NotifyOwner), "tell")]
[JsonDerivedType(typeof(AskApprovers), "ask-approvers")]
[JsonDerivedType(typeof(RemindApprovers), "remind-approvers")]
[JsonDerivedType(typeof(Escalate), "escalate")]
[JsonDerivedType(typeof(ExpireDraft), "expire-draft")]
[JsonDerivedType(typeof(Remind), "remind")]
[JsonDerivedType(typeof(AskAuthorities), "ask-authorities")]
[JsonDerivedType(typeof(AnnounceApprovalTimeout), "end-silence")]
[JsonDerivedType(typeof(PromptUpdate), "prompt-update")]
[JsonDerivedType(typeof(MissUpdate), "miss-update")]
[JsonDerivedType(typeof(NotifyDeclarer), "tell-declarer")]
[JsonDerivedType(typeof(RedrawEvent), "redraw-event")]
public abstract record OutboxMessage([property: JsonIgnore] Subject Subject)
{
    /// <summary>Not before this time; null for at once.</summary>
    [JsonIgnore]
    public DateTimeOffset? Due { get; init; }

    /// <summary>It was tried before, and whether that was done nobody knows: whoever is told something again is told so.</summary>
    [JsonIgnore]
    public bool MayBeDuplicate { get; init; }

    /// <param name="Version">The confirmed version that is filed: what its owner sent before is not filed in its place.</param>
    public sealed record OpenTicket(Guid Request, int Version, TicketDraft Ticket) : OutboxMessage(Subject.Request(Request));

    /// <param name="Version">See <see cref="OpenTicket"/>.</param>
    public sealed record AmendTicket(Guid Request, int Version, TicketDraft Ticket) : OutboxMessage(Subject.Request(Request));

    public sealed record WithdrawTicket(Guid Request) : OutboxMessage(Subject.Request(Request));

    /// <summary>What its owner says to the desk goes into the ticket.</summary>
    public sealed record ReplyToDesk(Guid Request, DeskReply Reply) : OutboxMessage(Subject.Request(Request));

    /// <summary>A file goes into the ticket.</summary>
    public sealed record AttachFile(Guid Request, Guid File) : OutboxMessage(Subject.Request(Request));

    /// <summary>Every card of it is drawn as it stands now, wherever it was shown.</summary>
    public sealed record Redraw(Guid Request) : OutboxMessage(Subject.Request(Request));

    /// <summary>Its owner is told something, where the request was filed.</summary>
    /// <param name="News">The sentence, by key.</param>
    public sealed record NotifyOwner(Guid Request, Problem News) : OutboxMessage(Subject.Request(Request));

    /// <summary>Those who may approve this version get its card.</summary>
    public sealed record AskApprovers(Guid Request, int Version) : OutboxMessage(Subject.Request(Request));

    /// <summary>The same people once more, if nobody has decided by then.</summary>
    public sealed record RemindApprovers(Guid Request, int Version) : OutboxMessage(Subject.Request(Request));

    /// <summary>The role above is asked, and its owner told, if nobody has decided by then.</summary>
    public sealed record Escalate(Guid Request, int Version) : OutboxMessage(Subject.Request(Request));

    /// <summary>A draft that was not touched for its time of life ends, with a word to its owner.</summary>
    public sealed record ExpireDraft(Guid Request) : OutboxMessage(Subject.Request(Request));

    /// <summary>Its owner is told something, if this version of it stands at the desk then.</summary>
    /// <param name="News">The sentence, by key.</param>
    public sealed record Remind(Guid Request, int Version, Problem News) : OutboxMessage(Subject.Request(Request))
    {
        /// <inheritdoc cref="Reminder.Until"/>
        public DateTimeOffset? Until { get; init; }

        /// <inheritdoc cref="Reminder.IsEnd"/>
        public bool IsEnd { get; init; }
    }

    /// <summary>Those who may approve a declaration get its card, as long as nobody has decided.</summary>
    /// <param name="Since">When what they are asked about was declared; for what was declared since, others ask.</param>
    /// <param name="Round">1 for the first time; each round puts the next one down.</param>
    public sealed record AskAuthorities(Guid Event, DateTimeOffset Since, int Round) : OutboxMessage(Subject.Event(Event));

    /// <summary>A real declaration that nobody has decided by then is announced as one that waits.</summary>
    public sealed record AnnounceApprovalTimeout(Guid Event) : OutboxMessage(Subject.Event(Event));

    /// <summary>Whoever leads an event is reminded of the update that was promised, if it has not come by then.</summary>
    public sealed record PromptUpdate(Guid Event, DateTimeOffset Promised) : OutboxMessage(Subject.Event(Event));

    /// <summary>Channels are told that the promised update is overdue, if it has not come by then.</summary>
    public sealed record MissUpdate(Guid Event, DateTimeOffset Promised) : OutboxMessage(Subject.Event(Event));

    /// <summary>Whoever declared an event is told something.</summary>
    /// <param name="News">The sentence, by key.</param>
    /// <param name="WithCard">The sentence stands on the event's card.</param>
    /// <param name="To">Who is told instead, in their personal chat, by Entra object id: one of those who lead what another program
    /// declared.</param>
    public sealed record NotifyDeclarer(Guid Event, Problem News, bool WithCard = false, string? To = null)
        : OutboxMessage(Subject.Event(Event));

    /// <summary>Every card with buttons of an event is drawn as it stands now. Announcements are not among them.</summary>
    public sealed record RedrawEvent(Guid Event) : OutboxMessage(Subject.Event(Event));
}
