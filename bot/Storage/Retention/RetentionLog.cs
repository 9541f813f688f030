using ChatOpsBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Retention;

/// <summary>Writes down how the looks for what is past its time go. Every change is made at once.</summary>
public sealed class RetentionLog(BotDb db)
{
    /// <summary>Null before the first.</summary>
    public Task<RetentionRun?> LastAsync(CancellationToken cancel) => db.RetentionRuns.AsNoTracking().FirstOrDefaultAsync(cancel);

    public Task StartedAsync(DateTimeOffset at, CancellationToken cancel) => ChangeAsync(run => run.StartedAt = at, cancel);

    public Task EndedAsync(DateTimeOffset at, string removed, CancellationToken cancel)
    {
        if (removed.Length > 0)
            db.Audit(new(AuditSubjects.Retention, "expired data", "swept", at) { Detail = removed });
        return ChangeAsync(run => (run.EndedAt, run.Removed, run.Fault) = (at, removed, null), cancel);
    }

    public Task FailedAsync(string fault, CancellationToken cancel) => ChangeAsync(run => run.Fault = fault, cancel);

    private async Task ChangeAsync(Action<RetentionRun> change, CancellationToken cancel)
    {
        change(await db.RetentionRuns.FirstOrDefaultAsync(cancel) ?? db.RetentionRuns.Add(new()).Entity);
        await db.SaveChangesAsync(cancel);
    }
}
