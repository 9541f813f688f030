namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>Two cases of one request: one is kept, the others are resolved with a word that says which.</summary>
internal sealed class DuplicateCases(IbmCases cases, ILogger<DuplicateCases> log)
{
    /// <summary>Never fails: what cannot be resolved now is when it is found again.</summary>
    /// <param name="kept">The case that its requester knows; where none is known yet, the oldest.</param>
    /// <param name="all">Cases with the same key.</param>
    public async Task ResolveAsync(Case kept, IEnumerable<Case> all, CancellationToken cancel)
    {
        foreach (var other in all.Where(other => other.Number != kept.Number && IsOpen(other) && IsOurs(other, kept)))
        {
            var isResolved = (await cases.ActAsync(other.Number!, CaseAction.Drop(CaseWords.DuplicateOf(kept.Number!)), cancel))
                .IsGood(out _, out _);
            log.CaseFiledTwice(kept.Number!, other.Number!, isResolved);
        }
    }

    /// <summary>By time, and by number where they came in the same second.</summary>
    public static Case? Oldest(IEnumerable<Case> all) => all
        .OrderBy(one => one.Created ?? DateTimeOffset.MaxValue)
        .ThenBy(one => one.Number!.Length).ThenBy(one => one.Number, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool IsOpen(Case other) => CaseStates.Read(other.Status) is not (CaseStatus.Resolved or CaseStatus.Closed);

    // Somebody at IBM or in the account may quote the key in a case of their own.
    private static bool IsOurs(Case other, Case kept) =>
        kept.CreatedBy?.UserId is not { } by || other.CreatedBy?.UserId is not { } otherBy || by == otherBy;
}
