using ChatOpsBot.Connector;
using ChatOpsBot.Storage;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>Keeps the announcements going while this instance has the lease, and asks for the lease while it has not.</summary>
internal sealed class AnnouncingLoop(
    DispatcherLease lease,
    BlockedTenants blocked,
    FanOut fanOut,
    Dispatcher dispatcher,
    DeliveryResultWriter book,
    AnnouncementSignals signals,
    TimeProvider time,
    IOptions<AnnouncingOptions> options,
    ILogger<AnnouncingLoop> log) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var impatience = cancellationToken.Register(dispatcher.Abandon);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        dispatcher.Abandon();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var end = new CancellationTokenSource();
        var writing = book.RunAsync(end.Token);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await TakeAsync(stoppingToken))
                await HoldAsync(stoppingToken);
            else
                await PauseAsync(lease.LookEvery, stoppingToken);
        }

        await end.CancelAsync();
        await writing;
    }

    private async Task<bool> TakeAsync(CancellationToken stop)
    {
        try
        {
            if (await lease.TryTakeAsync(stop))
                return true;

            // Turns come to this instance too: they are to know of blocks that the sending one meets.
            await blocked.LookAsync(stop);
            return false;
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            log.AnnouncingHeldUp(new BareException(fault));
            return false;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task HoldAsync(CancellationToken stop)
    {
        var claimer = lease.Holder!;
        log.LeaseAcquired(claimer);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var work = Task.WhenAll(
            Repeated(signals.Events).RunAsync(fanOut.LookAsync, held.Token),
            SendAsync(claimer, held.Token));
        await RenewAsync(held.Token);
        await held.CancelAsync();
        await work;
        // The lease is kept while the last calls end, and then left to others at once.
        await GiveBackAsync(claimer, stop);
    }

    private async Task SendAsync(string claimer, CancellationToken held)
    {
        var isSettled = false;
        await Repeated(signals.Deliveries).RunAsync(
            async cancel =>
            {
                if (!isSettled)
                    await dispatcher.SettleAsync(claimer, cancel);
                isSettled = true;
                return await dispatcher.LookAsync(claimer, cancel);
            },
            held);
        await dispatcher.EndAsync();
    }

    private RepeatedWork Repeated(Signal signal) =>
        new(time) { Pause = options.Value.LookEvery, Failed = log.AnnouncingHeldUp, Signal = signal };

    // Ends when the lease is lost, or the bot ends.
    private async Task RenewAsync(CancellationToken held)
    {
        while (await PauseAsync(lease.RenewEvery, held))
        {
            try
            {
                if (!await lease.RenewAsync(held))
                    return;
            }
            catch (Exception fault) when (fault.IsOfDatabase())
            {
                log.AnnouncingHeldUp(new BareException(fault));
                if (!lease.IsSafe)
                    return;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task GiveBackAsync(string claimer, CancellationToken stop)
    {
        log.LeaseLeft(claimer);
        if (!stop.IsCancellationRequested)
        {
            lease.Forget();
            return;
        }

        try
        {
            await lease.GiveBackAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            log.AnnouncingHeldUp(new BareException(fault));
        }
    }

    /// <returns>False when it is cancelled.</returns>
    private async Task<bool> PauseAsync(TimeSpan span, CancellationToken cancel)
    {
        await Task.Delay(span, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancel.IsCancellationRequested;
    }
}
