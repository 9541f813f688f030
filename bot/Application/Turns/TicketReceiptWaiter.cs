using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Connector;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// After a turn that sent something to the desk: lets the desk answer while the person still looks, and draws the cards of the turn
/// as the request stands then. A desk that is slow or down costs the person a moment, and the ticket's number comes later.
/// </summary>
internal sealed class TicketReceiptWaiter(
    OutboxWorker worker,
    WaitingTurns waiting,
    IDbContextFactory<BotDb> databases,
    RequestCards cards,
    TimeProvider time,
    IOptions<TurnOptions> options,
    ILogger<TicketReceiptWaiter> log)
{
    /// <summary>Before the commit, so that no outcome comes too early to be waited for.</summary>
    /// <returns>Null for a turn that sends nothing to the desk.</returns>
    public WaitingTurn? Expect(TurnAnswer answer, TurnContext context)
    {
        var toDesk = answer.Changes.OfType<Change.Enqueue>().Select(enqueue => enqueue.Message)
            .FirstOrDefault(message => message is OutboxMessage.OpenTicket or OutboxMessage.AmendTicket or OutboxMessage.WithdrawTicket);
        if (toDesk is null)
            return null;

        var shown = answer.Replies.FirstOrDefault(reply => TurnAnswer.SubjectOf(reply) == toDesk.Subject);
        return waiting.Add(
            toDesk.Subject.Id,
            shown is null ? null : context.Who.Id,
            shown is Reply.Replace && context.CardDrawnForAll is { } card ? (context.ConversationId, card) : null);
    }

    /// <summary>After the commit.</summary>
    public async Task<TurnAnswer> AwaitAsync(WaitingTurn turn, TurnAnswer answer, TurnContext context, CancellationToken cancel)
    {
        try
        {
            worker.WorkAtOnce(turn.Request);
            await WaitAsync(turn, cancel);
            return await NewestAsync(turn.Request, answer, context, cancel);
        }
        // The change is saved, and what the topic drew is right as well, if not the newest.
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
            // The desk has answered just now, and the outcome is being saved for this turn to show.
            await turn.Tried.WaitAsync(options.Value.WaitForDesk, time, cancel);
        }
    }

    private async Task<TurnAnswer> NewestAsync(Guid id, TurnAnswer answer, TurnContext context, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var request = await new RequestStore(db).FindAsync(id, cancel);
        var subject = Subject.Request(id);
        if (request is null || request.Version == answer.VersionOf(subject))
            return answer;

        var replies = answer.Replies.Select(reply => reply switch
        {
            Reply.Show show when show.Subject == subject => show with { Card = cards.Draw(request, show.Audience) },
            Reply.Replace replace when replace.Subject == subject => replace with { Card = cards.Draw(request, replace.Audience) },
            _ => reply,
        });
        return new(answer.Result.WithReplies(replies), new Dictionary<Subject, int>(answer.Versions) { [subject] = request.Version });
    }
}
