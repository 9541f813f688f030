using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Delivery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Turns;

/// <summary>
/// After a turn that sent something to the desk: lets the desk answer while the person still looks, and draws the cards of the turn
/// as the request stands then. A desk that is slow or down costs the person a moment, and the ticket's number comes later.
/// </summary>
public sealed class PromptReceipt(
    OutboxPump pump,
    WaitingTurns waiting,
    IDbContextFactory<BotDb> databases,
    RequestCards cards,
    TimeProvider time,
    IOptions<TurnOptions> options,
    ILogger<PromptReceipt> log)
{
    /// <summary>Before the commit, so that no outcome comes too early to be waited for.</summary>
    /// <returns>Null for a turn that sends nothing to the desk.</returns>
    public WaitingTurn? Expect(TurnAnswer answer, IncomingActivity activity)
    {
        var toDesk = answer.Effects.OfType<Effect.Send>().Select(send => send.Errand)
            .FirstOrDefault(errand => errand is Errand.OpenTicket or Errand.AmendTicket or Errand.WithdrawTicket);
        if (toDesk is null)
            return null;

        var shown = answer.Effects.FirstOrDefault(effect => TurnAnswer.RequestOn(effect) == toDesk.About);
        return waiting.Add(
            toDesk.About,
            shown is null ? null : HappeningReader.Who(activity).Id,
            shown is Effect.Replace && HappeningReader.CardDrawnForAll(activity) is { } card ? (activity.ConversationId, card) : null);
    }

    /// <summary>After the commit.</summary>
    public async Task<TurnAnswer> AwaitAsync(WaitingTurn turn, TurnAnswer answer, IncomingActivity activity, CancellationToken cancel)
    {
        try
        {
            pump.WorkAtOnce(turn.Request);
            await WaitAsync(turn, cancel);
            return await NewestAsync(turn.Request, answer, activity, cancel);
        }
        // The change is kept, and what the topic drew is right as well, if not the newest.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.ReceiptNotDrawn(turn.Request, new BareException(fault));
            return answer;
        }
    }

    private async Task WaitAsync(WaitingTurn turn, CancellationToken cancel)
    {
        try
        {
            await turn.Tried.WaitAsync(options.Value.WaitForDesk, time, cancel);
        }
        catch (TimeoutException) when (turn.Leave())
        {
            log.DeskIsSlow(turn.Request);
        }
        catch (TimeoutException)
        {
            // The desk has answered just now, and the outcome is being kept for this turn to show.
            await turn.Tried.WaitAsync(options.Value.WaitForDesk, time, cancel);
        }
    }

    private async Task<TurnAnswer> NewestAsync(Guid id, TurnAnswer answer, IncomingActivity activity, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var request = await new RequestStore(db).FindAsync(id, cancel);
        if (request is null || request.Version == answer.Requests.GetValueOrDefault(id)?.Version)
            return answer;

        return new(
            [.. answer.Effects.Select(effect => effect switch
            {
                Effect.Show show when show.Request == id => show with { Card = cards.Draw(request, show.Audience) },
                Effect.Replace replace when replace.Request == id => replace with { Card = cards.Draw(request, replace.Audience) },
                _ => effect,
            })],
            new Dictionary<Guid, Request>(answer.Requests) { [id] = request });
    }
}
