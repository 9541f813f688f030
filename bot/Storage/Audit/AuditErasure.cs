using System.Linq.Expressions;

namespace ChatOpsBot.Storage.Audit;

/// <summary>Which entries lose their personal texts. What had none, or has lost them already, is not among them.</summary>
/// <param name="Which">The entries, by columns.</param>
internal sealed record AuditErasure(Expression<Func<AuditChainEntry, bool>> Which)
{
    /// <summary>No entry is added where there is nothing to erase.</summary>
    public bool IsQuietWithout { get; init; }

    /// <summary>Everything about subjects that were deleted.</summary>
    public static AuditErasure OfSubjects(string kind, IReadOnlyCollection<string> keys) =>
        new(entry => entry.SubjectKind == kind && keys.Contains(entry.SubjectKey));

    /// <summary>Everything about requests that were deleted, and about their tickets at the local desk.</summary>
    public static AuditErasure OfRequests(IReadOnlyCollection<string> keys, IReadOnlyCollection<string> tickets) =>
        new(entry => (entry.SubjectKind == AuditSubjects.Request && keys.Contains(entry.SubjectKey))
            || (entry.SubjectKind == AuditSubjects.Ticket && tickets.Contains(entry.SubjectKey)));

    /// <summary>What somebody did: up to a time, except to what is still open; and all of it to what has ended since.</summary>
    public static AuditErasure OfActor(
        string actor, DateTimeOffset upTo, IReadOnlyCollection<string> open, IReadOnlyCollection<string> ended) =>
        new(entry => entry.ActorId == actor
            && ((entry.At <= upTo && !open.Contains(entry.SubjectKey)) || ended.Contains(entry.SubjectKey)));

    public static AuditErasure OfEntries(IReadOnlyCollection<long> sequences) => new(entry => sequences.Contains(entry.Sequence));
}
