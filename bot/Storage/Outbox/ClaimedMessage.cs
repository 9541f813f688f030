using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;

namespace ChatOpsBot.Storage.Outbox;

/// <summary>A message that is its claimer's alone until the claim ends.</summary>
/// <param name="Attempt">How often it was tried in vain before: 0 for the first time.</param>
/// <param name="Until">When the claim ends: whoever needs longer may find another one doing the same.</param>
public sealed record ClaimedMessage(long Id, OutboxMessage Message, int Attempt, DateTimeOffset Until)
{
    /// <summary>Its kind in a word, such as "open-ticket".</summary>
    public string Kind => OutboxMessageKinds.Of(Message);

    public Subject Subject => Message.Subject;

    /// <summary>When it was to be done at first.</summary>
    public required DateTimeOffset FirstDue { get; init; }

    /// <summary>The trace of what made it, as a traceparent (W3C Trace Context); null where none was on.</summary>
    public string? Trace { get; init; }
}
