namespace ChatOpsBot.Application.Outbox;

/// <summary>
/// Keeps the outbox going: at once when a commit wakes it, later for what is due later, and now and then for what an instance that ended
/// has left behind.
/// </summary>
internal sealed class OutboxRunner(OutboxWorker pump, Signal signal, TimeProvider time) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var impatience = cancellationToken.Register(pump.GiveBack);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        pump.GiveBack();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await signal.WaitAsync(await pump.LookAsync(stoppingToken), time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await pump.EndAsync();
        }
    }
}
