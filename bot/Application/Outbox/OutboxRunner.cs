using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Outbox;

/// <summary>
/// Keeps the outbox going: at once when a commit wakes it, later for what is due later, and now and then for what an instance that ended
/// has left behind.
/// </summary>
internal sealed class OutboxRunner(
    OutboxWorker worker, Signal signal, TimeProvider time, IOptions<OutboxOptions> options, ILogger<OutboxRunner> log) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var impatience = cancellationToken.Register(worker.GiveBack);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        worker.GiveBack();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await new RepeatedWork(time) { Pause = options.Value.LookEvery, Failed = log.OutboxUnreadable, Signal = signal }.RunAsync(
            worker.LookAsync, stoppingToken);
        await worker.EndAsync();
    }
}
