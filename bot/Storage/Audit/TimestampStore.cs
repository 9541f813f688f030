using System.Security.Cryptography.Pkcs;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Audit;

/// <summary>The timestamps of the chain.</summary>
public sealed class TimestampStore(BotDb db)
{
    /// <summary>The one of the newest entry; null for none.</summary>
    public Task<AuditTimestamp?> LastAsync(CancellationToken cancel) =>
        db.AuditTimestamps.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancel);

    /// <summary>Saved at once.</summary>
    /// <returns>False where another instance has one of the same entry.</returns>
    public Task<bool> AddAsync(long sequence, Rfc3161TimestampToken token, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(token);
        db.AuditTimestamps.Add(new()
        {
            Sequence = sequence,
            At = TimeOf(token),
            Token = token.AsSignedCms().Encode(),
        });
        return db.TrySaveChangesAsync(cancel);
    }

    /// <summary>In whole microseconds, which is what PostgreSQL keeps.</summary>
    internal static DateTimeOffset TimeOf(Rfc3161TimestampToken token)
    {
        var ticks = token.TokenInfo.Timestamp.UtcTicks;
        return new(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    /// <summary>Each with the hash that its entry has now, in order; null for an entry that is not there.</summary>
    internal IAsyncEnumerable<(AuditTimestamp Stamp, byte[]? Hash)> AllAsync() =>
        db.AuditTimestamps.AsNoTracking()
            .OrderBy(row => row.Sequence)
            .Select(row => new
            {
                Stamp = row,
                Hash = db.AuditChainEntries.Where(entry => entry.Sequence == row.Sequence).Select(entry => entry.Hash).FirstOrDefault(),
            })
            .AsAsyncEnumerable()
            .Select(it => (it.Stamp, it.Hash));
}
