using System.Security.Cryptography;
using ChatOpsBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Audit;

/// <summary>
/// Adds entries to the chain, as the last thing before a commit: from here on other writers wait for the head, and nobody who has it
/// waits for anything else.
/// </summary>
internal static class AuditChain
{
    /// <summary>Within the transaction that the context has open.</summary>
    /// <exception cref="InvalidDataException">The chain was tampered with: nothing is saved, as nothing of it could be proven.</exception>
    public static async Task AppendAsync(BotDb db, IReadOnlyList<AuditRecord> records, CancellationToken cancel)
    {
        var head = await db.AuditChainHeads.FromSqlRaw(db.TakeAuditHead).AsNoTracking().ToListAsync(cancel) is [var one]
            ? one
            : throw new InvalidDataException("The head of the audit chain is missing in the database.");
        List<AuditChainEntry> added = [];
        if (head.Sequence == 0)
            added.Add(Entry(head.Sequence, head.Hash, new(AuditSubjects.Chain, "audit", "began", records[0].At), erased: null));
        foreach (var record in records)
        {
            var (last, hash) = added is [.., var newest] ? (newest.Sequence, newest.Hash) : (head.Sequence, head.Hash);
            var erased = record.Erases is { } erasure ? await EraseAsync(db, erasure, last + 1, cancel) : null;
            if (erased is not null || record.Erases is not { IsQuietWithout: true })
                added.Add(Entry(last, hash, record, erased));
        }

        if (added is [.., var end])
            await SaveAsync(db, added, new() { Sequence = end.Sequence, Hash = end.Hash }, cancel);
    }

    private static async Task SaveAsync(BotDb db, List<AuditChainEntry> added, AuditChainHead head, CancellationToken cancel)
    {
        db.AuditChainEntries.AddRange(added);
        db.AuditChainHeads.Update(head);
        try
        {
            await db.SaveWithoutSavepointAsync(acceptAllChangesOnSuccess: true, cancel);
        }
        // Whoever holds the head is alone: only an entry that nobody added in this way can stand there.
        catch (DbUpdateException fault) when (db.IsConcurrencyConflict(fault))
        {
            throw new InvalidDataException($"The audit chain has an entry {added[0].Sequence} that its head does not know.", fault);
        }

        // The next commit of this context has another head.
        db.Entry(head).State = EntityState.Detached;
        foreach (var entry in added)
            db.Entry(entry).State = EntityState.Detached;
    }

    private static AuditChainEntry Entry(long last, byte[] hash, AuditRecord record, string? erased)
    {
        var (id, name, detail) = (Seal(record.By?.Id), Seal(NameOf(record.By)), Seal(record.Detail));
        var entry = new AuditChainEntry
        {
            Sequence = last + 1,
            At = new(record.At.UtcTicks - (record.At.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
            SubjectKind = record.SubjectKind,
            SubjectKey = AuditRecord.Storable(record.SubjectKey),
            Version = record.Version,
            What = AuditRecord.Storable(record.What),
            ActorId = id.Text,
            ActorIdSalt = id.Salt,
            ActorIdCommitment = id.Commitment,
            ActorName = name.Text,
            ActorNameSalt = name.Salt,
            ActorNameCommitment = name.Commitment,
            Detail = detail.Text,
            DetailSalt = detail.Salt,
            DetailCommitment = detail.Commitment,
            Erased = erased,
            PreviousHash = hash,
        };
        entry.Hash = AuditEncoding.HashOf(entry);
        return entry;
    }

    private static string? NameOf(Person? person) => person is { Name.Length: > 0 } named ? named.Name : null;

    private static (string? Text, byte[]? Salt, byte[]? Commitment) Seal(string? text)
    {
        if (text is null)
            return default;

        var (stored, salt) = (AuditRecord.Storable(text), RandomNumberGenerator.GetBytes(AuditEncoding.HashLength));
        return (stored, salt, AuditEncoding.Commit(salt, stored));
    }

    /// <returns>Which entries; null for none.</returns>
    private static async Task<string?> EraseAsync(BotDb db, AuditErasure erasure, long by, CancellationToken cancel)
    {
        var which = db.AuditChainEntries.Where(erasure.Which)
            .Where(entry => entry.ActorIdSalt != null || entry.ActorNameSalt != null || entry.DetailSalt != null);
        using var set = new ErasedSet();
        await foreach (var sequence in which.OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).AsAsyncEnumerable()
            .WithCancellation(cancel))
            set.Add(sequence);
        if (set.Count == 0)
            return null;

        await which.ExecuteUpdateAsync(
            entry => entry
                .SetProperty(it => it.ActorId, (string?)null)
                .SetProperty(it => it.ActorIdSalt, (byte[]?)null)
                .SetProperty(it => it.ActorName, (string?)null)
                .SetProperty(it => it.ActorNameSalt, (byte[]?)null)
                .SetProperty(it => it.Detail, (string?)null)
                .SetProperty(it => it.DetailSalt, (byte[]?)null)
                .SetProperty(it => it.ErasedBy, by),
            cancel);
        return set.ToString();
    }
}
