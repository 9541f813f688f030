using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Audit;

/// <summary>Reads the chain, in pages: it may be longer than memory is large.</summary>
public sealed class AuditReader(BotDb db)
{
    private const int Page = 500;

    /// <returns>Null where somebody deleted it.</returns>
    public Task<AuditChainHead?> HeadAsync(CancellationToken cancel) => db.AuditChainHeads.AsNoTracking().FirstOrDefaultAsync(cancel);

    /// <summary>A page of entries, in order.</summary>
    public async Task<IReadOnlyList<AuditChainEntry>> PageAsync(long after, CancellationToken cancel) =>
        await db
            .AuditChainEntries.AsNoTracking()
            .Where(entry => entry.Sequence > after)
            .OrderBy(entry => entry.Sequence)
            .Take(Page)
            .ToListAsync(cancel);

    /// <summary>Entries in order; only those of a time, or of a subject.</summary>
    /// <param name="since">The first instant.</param>
    /// <param name="until">The first instant that is not meant.</param>
    /// <param name="subject">A key, in any case.</param>
    public async IAsyncEnumerable<AuditChainEntry> AllAsync(
        DateTimeOffset? since,
        DateTimeOffset? until,
        string? subject,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        var upper = subject?.ToUpperInvariant();
        var entries = db.AuditChainEntries.AsNoTracking();
        if (since is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (until is { } to)
            entries = entries.Where(entry => entry.At < to);
        if (subject is not null)
            entries = entries.Where(entry => entry.SubjectKey == subject || entry.SubjectKey == upper);
        for (var last = 0L; ;)
        {
            var page = await entries.Where(entry => entry.Sequence > last).OrderBy(entry => entry.Sequence).Take(Page).ToListAsync(cancel);
            foreach (var entry in page)
                yield return entry;
            if (page.Count < Page)
                yield break;
            last = page[^1].Sequence;
        }
    }

    /// <summary>Which entry has this hash; null for none.</summary>
    internal async Task<long?> SequenceOfAsync(byte[] hash, CancellationToken cancel) => await db
        .AuditChainEntries.Where(entry => entry.Hash == hash).Select(entry => (long?)entry.Sequence).FirstOrDefaultAsync(cancel);

    /// <summary>The newest entry, whatever the head says; null for none.</summary>
    internal Task<long?> NewestAsync(CancellationToken cancel) => db.AuditChainEntries.MaxAsync(entry => (long?)entry.Sequence, cancel);

    /// <summary>The first entry after this one; null for none.</summary>
    internal Task<long?> NextAsync(long after, CancellationToken cancel) =>
        db.AuditChainEntries.Where(entry => entry.Sequence > after).MinAsync(entry => (long?)entry.Sequence, cancel);

    /// <summary>Which of these are entries that erased others.</summary>
    internal async Task<IReadOnlySet<long>> ErasersAsync(IReadOnlyCollection<long> sequences, CancellationToken cancel) =>
        sequences.Count == 0
            ? new HashSet<long>()
            : await db
                .AuditChainEntries.Where(entry => sequences.Contains(entry.Sequence) && entry.Erased != null)
                .Select(entry => entry.Sequence)
                .ToHashSetAsync(cancel);

    /// <summary>Which entries this one erased, as they stand now.</summary>
    internal async Task<string> ErasedByAsync(long sequence, CancellationToken cancel)
    {
        using var set = new ErasedSet();
        var erased = db.AuditChainEntries.Where(entry => entry.ErasedBy == sequence)
            .OrderBy(entry => entry.Sequence)
            .Select(entry => entry.Sequence);
        await foreach (var one in erased.AsAsyncEnumerable().WithCancellation(cancel))
            set.Add(one);
        return set.ToString();
    }
}
