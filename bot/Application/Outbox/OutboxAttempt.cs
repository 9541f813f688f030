using System.Diagnostics;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Connector;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Outbox;

/// <summary>Does one claimed message within its time, and keeps how that ended.</summary>
internal sealed class OutboxAttempt(
    OutboxHandlers handlers,
    OutboxBackoff backoff,
    WaitingTurns waiting,
    IDbContextFactory<BotDb> databases,
    OutboxMetrics metrics,
    TimeProvider time,
    IOptions<OutboxOptions> options,
    ILogger<OutboxAttempt> log)
{
    /// <summary>Never throws: what cannot be saved now is done once more when its claim has run out.</summary>
    /// <param name="stop">The bot ends: the message is given back.</param>
    public async Task RunAsync(ClaimedMessage claimed, string claimer, CancellationToken stop)
    {
        // What was committed says which trace it belongs to, not whoever happens to do it.
        Activity.Current = null;
        using var span = OutboxTracing.Begin(claimed);
        using var scope = log.BeginScope(LogScope.OfMessage(claimed.Id, claimed.Kind, claimed.Subject.Id));
        try
        {
            var end = await TryAsync(claimed, stop);
            await SaveAsync(claimed, claimer, end, span);
        }
        // A database that is away, or a bot that was ended without grace.
        catch (Exception fault)
        {
            span.Failed(fault.GetType().Name);
            log.MessageResultNotSaved(claimed.Id, new BareException(fault));
        }
        finally
        {
            if (claimed.Message is OutboxMessage.OpenTicket or OutboxMessage.AmendTicket or OutboxMessage.WithdrawTicket)
                waiting.Of(claimed.Subject.Id)?.End();
        }
    }

    private async Task<HandlingResult> TryAsync(ClaimedMessage claimed, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(options.Value.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await handlers.HandleAsync(claimed.Message, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            var why = stop.IsCancellationRequested ? "The bot was stopped." : $"It did not finish within {options.Value.TimeLimit}.";
            return new HandlingResult.Later(why) { IsOutcomeUnknown = true };
        }
        // The one place where a bug in a message ends: it is logged, and the message tried again.
        catch (Exception fault)
        {
            Activity.Current?.Failed(fault.GetType().Name);
            log.MessageFailed(claimed.Id, claimed.Kind, claimed.Subject.Id, new BareException(fault));
            return new HandlingResult.Later(fault.GetType().Name) { IsOutcomeUnknown = true };
        }
    }

    private async Task SaveAsync(ClaimedMessage claimed, string claimer, HandlingResult end, Activity span)
    {
        await using var db = await databases.CreateDbContextAsync();
        var messages = new OutboxStore(db);
        if (end is HandlingResult.Done)
        {
            await messages.DoneAsync(claimed.Id, claimer, CancellationToken.None);
            metrics.Handled(claimed);
            log.MessageHandled(claimed.Id, claimed.Kind, claimed.Subject.Id);
        }
        else if (end is HandlingResult.Later later && backoff.After(claimed.Message, claimed.Attempt, later.AtLeast) is { } pause)
        {
            await messages.LaterAsync(
                claimed.Id, claimer, time.GetUtcNow() + pause, later.Fault, later.IsOutcomeUnknown, CancellationToken.None);
            metrics.Attempted(claimed, "later");
            span.SetTag(BotMeter.Outcome, "later");
            log.MessageRetried(claimed.Id, claimed.Kind, claimed.Subject.Id, pause, later.Fault);
        }
        else
        {
            var fault = end is HandlingResult.PermanentFailure permanent ? permanent.Fault : ((HandlingResult.Later)end).Fault;
            await handlers.GiveUpAsync(claimed.Message, CancellationToken.None);
            await messages.MoveToDeadLettersAsync(claimed.Id, claimer, fault, CancellationToken.None);
            metrics.Attempted(claimed, "dead_letter");
            span.Failed("dead_letter");
            log.MessageDeadLettered(claimed.Id, claimed.Kind, claimed.Subject.Id, fault);
        }
    }
}
