using ChatOpsBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Retention;

/// <summary>
/// Erases personal texts of old entries of the audit chain that no request and no DR event takes along: who made a channel follow, which
/// program reported. The entries stay.
/// </summary>
public sealed class AuditSweep(BotDb db)
{
    private static readonly string[] Others =
    [
        AuditSubjects.Request,
        AuditSubjects.Ticket,
        AuditSubjects.Event,
        AuditSubjects.Person,
        AuditSubjects.Retention,
        AuditSubjects.Chain,
    ];

    /// <returns>How many entries lost their texts; 0 when nothing is left to erase.</returns>
    public async Task<int> TextsAsync(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken cancel)
    {
        var sequences = await db
            .AuditChainEntries.Where(entry =>
                entry.At < before
                && !Others.Contains(entry.SubjectKind)
                && (entry.ActorIdSalt != null || entry.ActorNameSalt != null || entry.DetailSalt != null))
            .OrderBy(entry => entry.Sequence)
            .Take(most)
            .Select(entry => entry.Sequence)
            .ToListAsync(cancel);
        if (sequences.Count == 0)
            return 0;

        db.Audit(new(AuditSubjects.Retention, "audit texts", "erased", now) { Erases = AuditErasure.OfEntries(sequences) });
        await db.SaveChangesAsync(cancel);
        return sequences.Count;
    }
}
