using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Leases;
using ChatOpsBot.Storage.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Retention;

/// <summary>
/// One look for what is past its time: it goes in small steps, each a transaction of its own, with a pause after each. Ended in the middle,
/// the next look goes on where this one was, as what is gone is not found again.
/// </summary>
public sealed class RetentionRound(
    IDbContextFactory<BotDb> databases,
    IOptions<RetentionOptions> kept,
    IOptions<StorageOptions> storage,
    TimeProvider time,
    ILogger<RetentionRound> log)
{
    /// <summary>How many pages a SQLite file gives back in one go: 32 MB at 4 KB each.</summary>
    private const int PagesAtATime = 8000;

    /// <summary>It spares work and no more: two that did it at once would delete the same rows once.</summary>
    private readonly TaskLease _lease = new(databases, time, "retention", TimeSpan.FromMinutes(5));

    /// <returns>False where another instance is at it.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancel)
    {
        if (!await _lease.TryTakeAsync(cancel))
            return false;

        try
        {
            await NoteAsync(run => run.StartedAsync(time.GetUtcNow(), cancel), cancel);
            var removed = await RemoveAsync(cancel);
            var text = string.Join(", ", removed.Select(it => $"{it.Value} {it.Key}"));
            await NoteAsync(run => run.EndedAsync(time.GetUtcNow(), text, cancel), cancel);
            if (text.Length > 0)
                log.RetentionDone(text);
            await TidyAsync(cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await NoteAsync(run => run.FailedAsync(fault.GetBaseException().GetType().Name, cancel), cancel);
            await _lease.GiveBackAsync(cancel);
            throw;
        }

        // Where the bot ends here, the lease runs out by itself.
        await _lease.GiveBackAsync(cancel);
        return true;
    }

    private async Task<Dictionary<string, int>> RemoveAsync(CancellationToken cancel)
    {
        var removed = new Dictionary<string, int>();
        foreach (var (what, step) in new RetentionSteps(databases, kept.Value, storage.Value.RememberActivities, time.GetUtcNow()).All)
        {
            while (await step(cancel) is > 0 and var count)
            {
                if (what.Length > 0)
                    removed[what] = removed.GetValueOrDefault(what) + count;
                if (!await _lease.RenewAsync(cancel))
                    return removed;
                if (kept.Value.Pause > TimeSpan.Zero)
                    await Task.Delay(kept.Value.Pause, time, cancel);
            }
        }

        return removed;
    }

    private async Task NoteAsync(Func<RetentionLog, Task> note, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await note(new RetentionLog(db));
    }

    private async Task TidyAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.TidyAsync(PagesAtATime, cancel);
    }
}
