using System.Collections.Concurrent;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Connector;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>
/// Takes deliveries that are due, as many as may leave soon, and has them done beside each other. What is taken when this process dies is
/// what nobody knows the end of: so it takes few.
/// </summary>
public sealed class Dispatcher(
    IDbContextFactory<BotDb> databases,
    DeliveryRun run,
    DeliveryRules rules,
    DeliveryResultWriter book,
    AnnouncementSignals signals,
    TimeProvider time,
    IOptions<AnnouncingOptions> options,
    ILogger<Dispatcher> log) : IDisposable
{
    private const int AtATime = 8;

    /// <summary>How many stand in the pace's line at most: half a second's worth, while which a slow disk may take its time.</summary>
    private const int LineAtMost = 3 * AtATime;

    // What is taken and not among these was taken as the database failed, and has not left.
    private readonly ConcurrentDictionary<(Guid, string), byte> _inWork = new();
    private readonly RunningTasks _running = new();
    private readonly CancellationTokenSource _abandon = new();
    private readonly Throughput _throughput = new(options.Value.AtOnce, time);
    private int _inLine;
    private bool _isAdrift;

    /// <summary>Settles what a claimer who is no more has left taken.</summary>
    public async Task SettleAsync(string claimer, CancellationToken cancel)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var store = new DeliveryStore(db);
            var left = await store.AbandonedAsync(claimer, AtATime * AtATime, cancel);
            if (left.Count == 0)
                return;

            foreach (var ofOne in (await TaskMaker.MakeAsync(db, left, cancel)).GroupBy(task => task.Row.ClaimedBy!))
                await store.EndAsync([.. ofOne.Select(rules.Abandoned)], ofOne.Key, time.GetUtcNow(), cancel);
            log.AbandonedSettled(left.Count);
        }
    }

    /// <summary>Starts what is due, as far as there is room.</summary>
    /// <returns>How long until the next look, unless it is signalled before.</returns>
    public async Task<TimeSpan> LookAsync(string claimer, CancellationToken cancel)
    {
        var running = _running.Count;
        _throughput.Began(running);
        var room = Math.Min(LineAtMost - Volatile.Read(ref _inLine), _throughput.Now - running);
        if (room < Math.Min(AtATime, _throughput.Now))
            return options.Value.LookEvery;

        await using var db = await databases.CreateDbContextAsync(cancel);
        var store = new DeliveryStore(db);
        if (_isAdrift)
            await FreeAdriftAsync(store, claimer, cancel);

        var now = time.GetUtcNow();
        _isAdrift = true;
        var claimed = await store.ClaimAsync(claimer, now, Math.Min(room, AtATime), cancel);
        var tasks = await TaskMaker.MakeAsync(db, claimed, cancel);
        _isAdrift = false;
        foreach (var ofChannel in OfEachChannel(tasks))
            Start(ofChannel, claimer);
        return claimed.Count > 0 ? TimeSpan.Zero : UntilNext(await store.NextDueAsync(cancel), now);
    }

    /// <summary>Does all that is due, one group after the other.</summary>
    /// <returns>False when nothing was.</returns>
    public async Task<bool> StepAsync(string claimer, CancellationToken cancel)
    {
        if (await LookAsync(claimer, cancel) > TimeSpan.Zero)
            return false;

        await EndAsync();
        return true;
    }

    /// <summary>Ends when every call under way has ended, and that is written down.</summary>
    public Task EndAsync() => _running.EndedAsync();

    /// <summary>Ends the calls under way: how they ended nobody knows.</summary>
    public void Abandon() => _abandon.Cancel();

    public void Dispose() => _abandon.Dispose();

    private async Task FreeAdriftAsync(DeliveryStore store, string claimer, CancellationToken cancel)
    {
        var taken = await store.ClaimedAsync(claimer, cancel);
        var now = time.GetUtcNow();
        await store.EndAsync(
            [
                .. taken
                    .Where(row => !_inWork.ContainsKey((row.EventId, row.ChannelId)))
                    .Select(row => DeliveryResult.Of(row) with { Due = now }),
            ],
            claimer,
            now,
            cancel);
        _isAdrift = false;
    }

    // Two events of one channel, claimed by one statement: the second waits in line behind the first.
    private static IEnumerable<IReadOnlyList<DeliveryTask>> OfEachChannel(IReadOnlyList<DeliveryTask> tasks) =>
        tasks.GroupBy(task => task.Row.ChannelId).Select(ofChannel => ofChannel.ToList());

    private void Start(IReadOnlyList<DeliveryTask> tasks, string claimer)
    {
        Interlocked.Add(ref _inLine, tasks.Count);
        foreach (var task in tasks)
            _inWork[(task.Row.EventId, task.Row.ChannelId)] = 0;
        _ = _running.Add(async () =>
        {
            foreach (var task in tasks)
            {
                await DoAsync(task, claimer);
                _inWork.TryRemove((task.Row.EventId, task.Row.ChannelId), out _);
            }

            _throughput.Ended();
            signals.Deliveries.Set();
        });
    }

    private async Task DoAsync(DeliveryTask task, string claimer)
    {
        try
        {
            await book.WriteAsync(await run.DoAsync(task, Leave, _abandon.Token), task.Channel?.Tenant, claimer);
        }
        catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
        {
            // It stays taken; whoever comes next settles it.
        }
        // The one place where a bug in a delivery ends: it is logged, and the delivery tried again.
        catch (Exception fault)
        {
            log.DeliveryBroke(task.Row.EventId, task.Row.ChannelId, new BareException(fault));
            await book.WriteAsync(new(rules.Broken(task, fault)), task.Channel?.Tenant, claimer);
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _inLine) <= LineAtMost - AtATime)
            signals.Deliveries.Set();
    }

    private TimeSpan UntilNext(DateTimeOffset? due, DateTimeOffset now)
    {
        var wait = due - now ?? options.Value.LookEvery;
        return wait <= TimeSpan.Zero || wait > options.Value.LookEvery ? options.Value.LookEvery : wait;
    }
}
