using ChatOpsBot.Connector;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Outbox;

/// <summary>
/// Takes messages out of the outbox and has them done. Messages of different requests are done beside each other, those of one request in
/// order. <see cref="OutboxRunner"/> keeps it going.
/// </summary>
internal sealed class OutboxWorker(
    IDbContextFactory<BotDb> databases,
    OutboxAttempt run,
    WaitingTurns waiting,
    Signal signal,
    TimeProvider time,
    IOptions<OutboxOptions> options,
    ILogger<OutboxWorker> log) : IDisposable
{
    private readonly string _name = $"{Environment.MachineName} {Environment.ProcessId} {Guid.NewGuid():N}";
    private readonly RunningTasks _running = new();
    private readonly CancellationTokenSource _giveBack = new();

    /// <summary>Does what a commit sent to the desk, beside and before whatever else is waiting.</summary>
    public void WorkAtOnce(Guid request) => _ = _running.Add(() => ToDeskAsync(request));

    /// <summary>Does one message that is due.</summary>
    /// <returns>False when none is.</returns>
    public async Task<bool> StepAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var claimed = await new OutboxStore(db).ClaimAsync(_name, time.GetUtcNow(), options.Value.Lease, 1, cancel);
        foreach (var message in claimed)
            await run.RunAsync(message, _name, _giveBack.Token);
        return claimed.Count > 0;
    }

    /// <summary>Starts all that is due, as far as there is room.</summary>
    /// <returns>How long until the next look, unless something happens before.</returns>
    public async Task<TimeSpan> LookAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var messages = new OutboxStore(db);
        var room = options.Value.Parallel - _running.Count;
        var claimed = room <= 0 ? [] : await messages.ClaimAsync(_name, time.GetUtcNow(), options.Value.Lease, room, cancel);
        foreach (var message in claimed)
            _ = _running.Add(() => RunAsync(message));

        return claimed.Count >= room ? options.Value.LookEvery : await UntilNextAsync(messages, cancel);
    }

    /// <summary>Lets the messages in flight end; what takes too long is given back.</summary>
    public async Task EndAsync()
    {
        using var patience = new CancellationTokenSource(options.Value.EndWithin, time);
        await using var impatience = patience.Token.Register(GiveBack);
        await _running.EndedAsync();
    }

    /// <summary>Cancels the messages in flight: the next instance retries each of them.</summary>
    public void GiveBack() => _giveBack.Cancel();

    public void Dispose()
    {
        GiveBack();
        _giveBack.Dispose();
    }

    private async Task<TimeSpan> UntilNextAsync(OutboxStore messages, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var wait = await messages.NextDueAsync(now, cancel) - now ?? options.Value.LookEvery;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < options.Value.LookEvery ? wait : options.Value.LookEvery;
    }

    // When it has ended, the next message of the same request is free, and there is room for one more.
    private async Task RunAsync(ClaimedMessage message)
    {
        await run.RunAsync(message, _name, _giveBack.Token);
        signal.Set();
    }

    private async Task ToDeskAsync(Guid request)
    {
        try
        {
            var isTried = false;
            while (!isTried && await ClaimAsync(request) is { } message)
            {
                await run.RunAsync(message, _name, _giveBack.Token);
                isTried = message.Message is OutboxMessage.OpenTicket or OutboxMessage.AmendTicket or OutboxMessage.WithdrawTicket;
            }
        }
        // Whatever it is: somebody waits for the desk, and the outbox tries it again.
        catch (Exception fault)
        {
            log.OutboxUnreadable(new BareException(fault));
            waiting.Of(request)?.End();
        }

        signal.Set();
    }

    private async Task<ClaimedMessage?> ClaimAsync(Guid request)
    {
        await using var db = await databases.CreateDbContextAsync(_giveBack.Token);
        var claimed = await new OutboxStore(db).ClaimForAsync(
            Subject.Request(request), _name, time.GetUtcNow(), options.Value.Lease, 1, _giveBack.Token);
        return claimed.SingleOrDefault();
    }
}
