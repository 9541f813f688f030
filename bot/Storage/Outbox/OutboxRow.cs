using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;

namespace ChatOpsBot.Storage.Outbox;

/// <summary>A message that was committed and is not done yet.</summary>
internal sealed class OutboxRow
{
    /// <summary>Given by the database and never given twice: of one request, what was committed later has the greater one.</summary>
    public long Id { get; init; }

    /// <summary>
    /// By <see cref="OutboxMessageKinds"/>: an instance of an older version leaves kinds that it does not know to others.
    /// </summary>
    public required string Kind { get; init; }

    public required Guid SubjectId { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string Json { get; init; }

    /// <summary>Not before this time.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>
    /// When it was to be done at first, which stays as it is however often it is put off; null for one that an older version put down.
    /// </summary>
    public DateTimeOffset? FirstDue { get; init; }

    /// <summary>The trace of what made it, as a traceparent (W3C Trace Context); null where none was on.</summary>
    public string? Trace { get; init; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempt { get; init; }

    /// <summary>Who does it; null while nobody does.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>From then on the claim is void, as its holder has not come back.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Why it failed last.</summary>
    public string? LastFault { get; init; }

    /// <inheritdoc cref="OutboxMessage.MayBeDuplicate"/>
    public bool MayBeDuplicate { get; init; }

    /// <summary>Given up, and kept to be looked at.</summary>
    public bool IsDeadLetter { get; init; }
}
