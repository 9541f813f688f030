using System.Data.Common;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Delivery;

/// <summary>
/// Does what was committed to be done outside: at once when a commit wakes it, later what is due later, and what an instance that
/// ended has left behind. Errands of different requests are done beside each other, those of one request in order.
/// </summary>
public sealed class OutboxPump(
    IDbContextFactory<BotDb> databases,
    ErrandRun run,
    OutboxSignal signal,
    TimeProvider time,
    IOptions<OutboxOptions> options,
    ILogger<OutboxPump> log) : BackgroundService
{
    private readonly string _name = $"{Environment.MachineName} {Environment.ProcessId} {Guid.NewGuid():N}";
    private readonly RunningTasks _running = new();
    private readonly CancellationTokenSource _giveBack = new();

    /// <summary>Nothing is being done or looked for at this moment.</summary>
    public bool IsIdle => _running.Count == 0;

    /// <summary>Does the errands of a request that was just committed, whatever else is waiting.</summary>
    public void WorkAtOnce(Guid request) => _running.Add(() => WorkAsync(request));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var impatience = cancellationToken.Register(_giveBack.Cancel);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _giveBack.Cancel();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var pause = TimeSpan.Zero;
                await _running.Add(async () => pause = await LookAsync(stoppingToken));
                await signal.WaitAsync(pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await EndAsync();
        }
    }

    /// <returns>How long until the next look, unless it is woken before.</returns>
    private async Task<TimeSpan> LookAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var errands = new ErrandStore(db);
            // One of the running is this look itself.
            var free = Math.Max(0, options.Value.Parallel + 1 - _running.Count);
            var claimed = free == 0 ? [] : await errands.ClaimAsync(_name, time.GetUtcNow(), options.Value.Lease, free, cancel);
            foreach (var errand in claimed)
                _running.Add(() => RunAsync(errand));

            return claimed.Count == free ? options.Value.LookEvery : await UntilNextAsync(errands, cancel);
        }
        // InvalidOperationException: so the PostgreSQL provider wraps a connection that is lost for the moment.
        catch (Exception fault) when (fault is DbException or DbUpdateException or InvalidOperationException)
        {
            log.OutboxUnreadable(fault);
            return options.Value.LookEvery;
        }
    }

    private async Task<TimeSpan> UntilNextAsync(ErrandStore errands, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var wait = await errands.NextDueAsync(now, cancel) - now ?? options.Value.LookEvery;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < options.Value.LookEvery ? wait : options.Value.LookEvery;
    }

    // The next errand of the same request is free now, and so is a place for one more.
    private async Task RunAsync(ClaimedErrand errand)
    {
        await run.RunAsync(errand, _name, _giveBack.Token);
        signal.Wake();
    }

    private async Task WorkAsync(Guid request)
    {
        try
        {
            while (await ClaimAsync(request) is { } errand)
                await run.RunAsync(errand, _name, _giveBack.Token);
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or InvalidOperationException or OperationCanceledException)
        {
            log.OutboxUnreadable(fault);
        }

        signal.Wake();
    }

    private async Task<ClaimedErrand?> ClaimAsync(Guid request)
    {
        await using var db = await databases.CreateDbContextAsync(_giveBack.Token);
        var claimed = await new ErrandStore(db).ClaimRequestAsync(request, _name, time.GetUtcNow(), options.Value.Lease, 1, _giveBack.Token);
        return claimed.SingleOrDefault();
    }

    private async Task EndAsync()
    {
        using var patience = new CancellationTokenSource(options.Value.EndWithin, time);
        await using var impatience = patience.Token.Register(_giveBack.Cancel);
        await _running.EndedAsync();
    }
}
