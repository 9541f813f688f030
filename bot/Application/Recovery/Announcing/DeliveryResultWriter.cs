using System.Threading.Channels;
using ChatOpsBot.Connector;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>
/// Writes down what became of deliveries, many in one commit: fifty commits a second are too many for a file on a slow disk.
/// </summary>
public sealed class DeliveryResultWriter(
    IDbContextFactory<BotDb> databases, BlockedTenants blocked, TimeProvider time, ILogger<DeliveryResultWriter> log)
{
    private const int MostAtOnce = 48;

    /// <summary>So long the first waits for others.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(30);

    private static readonly TimeSpan AfterFault = TimeSpan.FromMilliseconds(250);

    private readonly Channel<Entry> _entries = System.Threading.Channels.Channel.CreateUnbounded<Entry>(new() { SingleReader = true });

    /// <summary>Ends when it is written. Whoever calls keeps no more going at the same time than memory has room for.</summary>
    public Task WriteAsync(DeliveryVerdict verdict, string? tenant, string claimer)
    {
        var entry = new Entry(verdict, tenant, claimer, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _entries.Writer.TryWrite(entry);
        return entry.Written.Task;
    }

    /// <summary>Writes until it is cancelled. What could not be written then stays taken by a claimer who is no more.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (await _entries.Reader.WaitToReadAsync(cancel))
                await WriteAsync(await GatherAsync(cancel), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            while (_entries.Reader.TryRead(out var entry))
                entry.Written.TrySetCanceled(cancel);
        }
    }

    private async Task<List<Entry>> GatherAsync(CancellationToken cancel)
    {
        await Task.Delay(Gathering, time, cancel);
        var group = new List<Entry>();
        while (group.Count < MostAtOnce && _entries.Reader.TryRead(out var entry))
            group.Add(entry);
        return group;
    }

    private async Task WriteAsync(List<Entry> group, CancellationToken cancel)
    {
        while (!await TryAsync(group, cancel))
            await Task.Delay(AfterFault, time, cancel);
        foreach (var entry in group)
            entry.Written.TrySetResult();
    }

    private async Task<bool> TryAsync(List<Entry> group, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            foreach (var entry in group.Where(entry => entry.Verdict.Status is not null))
                await CloseAsync(db, entry, cancel);
            foreach (var ofOne in group.GroupBy(entry => entry.Claimer))
            {
                var kept = await new DeliveryStore(db).EndAsync(
                    [.. ofOne.Select(entry => entry.Verdict.End)], ofOne.Key, time.GetUtcNow(), cancel);
                if (kept < ofOne.Count())
                    log.EndsTooLate(ofOne.Count() - kept);
            }

            return true;
        }
        // Nothing else is ever the end of it: what is not written stays taken, and its channel would hear no more.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.ResultsNotSaved(group.Count, new BareException(fault));
            return false;
        }
    }

    private async Task CloseAsync(BotDb db, Entry entry, CancellationToken cancel)
    {
        var (gate, channel, why, now) = (new ChannelGate(db), entry.Verdict.End.ChannelId, entry.Verdict.End.Fault ?? "", time.GetUtcNow());
        if (entry.Verdict.IsForTenant)
        {
            await gate.PauseTenantAsync(entry.Tenant, BlockedTenants.Why, now, cancel);
            blocked.Note(entry.Tenant);
        }
        else if (entry.Verdict.Status is ChannelStatus.Gone)
            await gate.LoseAsync(channel, why, now, cancel);
        else
            await gate.PauseAsync(channel, why, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private sealed record Entry(DeliveryVerdict Verdict, string? Tenant, string Claimer, TaskCompletionSource Written);
}
