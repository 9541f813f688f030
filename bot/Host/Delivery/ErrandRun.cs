using System.Diagnostics;
using ChatOpsBot.Connector;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Telemetry;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Does one claimed errand within its time, and keeps how that ended.</summary>
public sealed class ErrandRun(
    ErrandDoer doer,
    ErrandPauses pauses,
    WaitingTurns waiting,
    IDbContextFactory<BotDb> databases,
    DeliveryMetrics metrics,
    TimeProvider time,
    IOptions<OutboxOptions> options,
    ILogger<ErrandRun> log)
{
    /// <summary>Never throws: what cannot be kept now is done once more when its claim has run out.</summary>
    /// <param name="stop">The bot ends: the errand is given back.</param>
    public async Task RunAsync(ClaimedErrand claimed, string claimer, CancellationToken stop)
    {
        // What was committed says which trace it belongs to, not whoever happens to do it.
        Activity.Current = null;
        using var span = BotTracing.Errand(claimed);
        using var scope = log.BeginScope(new ErrandScope(claimed));
        try
        {
            var end = await TryAsync(claimed, stop);
            await KeepAsync(claimed, claimer, end, span);
        }
        // A database that is away, or a bot that was ended without grace.
        catch (Exception fault)
        {
            span.Failed(fault.GetType().Name);
            log.ErrandEndNotKept(claimed.Id, new BareException(fault));
        }
        finally
        {
            if (claimed.Errand is Errand.OpenTicket or Errand.AmendTicket or Errand.WithdrawTicket)
                waiting.Of(claimed.Errand.About)?.End();
        }
    }

    private async Task<ErrandEnd> TryAsync(ClaimedErrand claimed, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(options.Value.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await doer.DoAsync(claimed.Errand, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return stop.IsCancellationRequested
                ? new ErrandEnd.Later("The bot was stopped.")
                : new ErrandEnd.Later($"It did not finish within {options.Value.TimeLimit}.");
        }
        // The one place where a bug in an errand ends: it is logged, and the errand tried again.
        catch (Exception fault)
        {
            Activity.Current?.Failed(fault.GetType().Name);
            log.ErrandFailed(claimed.Id, claimed.Kind, claimed.Errand.About, new BareException(fault));
            return new ErrandEnd.Later(fault.GetType().Name);
        }
    }

    private async Task KeepAsync(ClaimedErrand claimed, string claimer, ErrandEnd end, Activity span)
    {
        await using var db = await databases.CreateDbContextAsync();
        var errands = new ErrandStore(db);
        if (end is ErrandEnd.Done)
        {
            await errands.DoneAsync(claimed.Id, claimer, CancellationToken.None);
            metrics.Done(claimed);
            log.ErrandDone(claimed.Id, claimed.Kind, claimed.Errand.About);
        }
        else if (end is ErrandEnd.Later later && pauses.After(claimed.Errand, claimed.Attempt, later.AtLeast) is { } pause)
        {
            await errands.LaterAsync(claimed.Id, claimer, time.GetUtcNow() + pause, later.Fault, CancellationToken.None);
            metrics.Tried(claimed, "later");
            span.SetTag(BotMeter.Outcome, "later");
            log.ErrandLater(claimed.Id, claimed.Kind, claimed.Errand.About, pause, later.Fault);
        }
        else
        {
            var fault = end is ErrandEnd.Hopeless hopeless ? hopeless.Fault : ((ErrandEnd.Later)end).Fault;
            await doer.GiveUpAsync(claimed.Errand, CancellationToken.None);
            await errands.BuryAsync(claimed.Id, claimer, fault, CancellationToken.None);
            metrics.Tried(claimed, "buried");
            span.Failed("buried");
            log.ErrandBuried(claimed.Id, claimed.Kind, claimed.Errand.About, fault);
        }
    }
}
