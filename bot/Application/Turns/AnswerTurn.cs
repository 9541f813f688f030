using System.Text.RegularExpressions;
using ChatOpsBot.Application.Files;
using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Words;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>A turn that answers a person: something was said or pressed.</summary>
internal sealed class AnswerTurn(
    FileReception files,
    TurnAttempts attempts,
    TurnCommit commit,
    TicketReceiptWaiter receipt,
    ReplyWriter replies,
    Signal outbox,
    AnnouncementSignals announcing,
    TurnMaker turns,
    WordsCatalog words,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<AnswerTurn> log)
{
    // With the wait for a place, less than three seconds: where Teams hangs, those who are refused would pile up beside those who are not.
    private static readonly TimeSpan TellWithin = TimeSpan.FromSeconds(1);

    /// <summary>Never throws for a fault of the bot: the person is told in one sentence, with the reference that is in the log.</summary>
    public async Task<InvokeReply?> WorkAsync(TurnContext context, TurnNote note, CancellationToken cancel)
    {
        note.Kind = context.Input is TurnInput.Message ? "said" : "pressed";
        try
        {
            context = await files.ReceiveAsync(context, cancel);
            var saved = await attempts.RunAsync(
                context, note, options.Value.Limit, answer => SaveAsync(answer, context, note, cancel), cancel);
            return saved is not null
                ? await replies.WriteAsync(saved, context, cancel, note)
                : await TellAsync("busy", Apology.Busy(Words(context)), context, cancel);
        }
        // A pattern that gives up is a TimeoutException too, and says nothing of the limit of the turn.
        catch (TimeoutException fault) when (fault is not RegexMatchTimeoutException)
        {
            note.FailedBy(TurnNote.TooSlow, fault);
            log.TurnTooSlow(context.CorrelationId, options.Value.Limit);
        }
        // The one place where a bug in a topic ends: it is logged once, and nothing of its turn was carried out.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            note.FailedBy(TurnNote.Failed, fault);
            log.TurnFailed(context.CorrelationId, new BareException(fault));
        }
        finally
        {
            // Not before the answer stands there: older cards of a request are updated to point to its newest. A question keeps
            // nothing, so there is nothing to look for after it.
            if (note.MayHaveSaved)
            {
                outbox.Set();
                announcing.Events.Set();
            }
        }

        return await TellAsync("failed", Apology.Text(context.CorrelationId, Words(context)), context, cancel);
    }

    /// <summary>Tells somebody whose turn is not worked; whoever was told a moment ago hears nothing more.</summary>
    public async Task<InvokeReply?> RefuseAsync(TurnEntry why, TurnContext context, TurnNote note, CancellationToken cancel)
    {
        note.Outcome = why is TurnEntry.Busy ? TurnNote.Busy : TurnNote.TooFast;
        if (why is TurnEntry.TooFastAgain)
            return context.IsInvoke ? InvokeReply.Message("") : null;

        var sentence = why is TurnEntry.Busy ? Apology.Overload(Words(context)) : Apology.TooFast(Words(context));
        using var limit = new CancellationTokenSource(TellWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await TellAsync(note.Outcome, sentence, context, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            log.RefusalNotTold(note.Outcome);
            return null;
        }
    }

    /// <summary>Tells somebody who edited a message that what was done because of it stays done.</summary>
    public Task<InvokeReply?> TellEditedAsync(TurnContext context) =>
        TellAsync("edited", Words(context)["edited"], context, CancellationToken.None);

    private async Task<TurnAnswer?> SaveAsync(TurnAnswer answer, TurnContext context, TurnNote note, CancellationToken cancel)
    {
        using var waiting = receipt.Expect(answer, context);
        return !await commit.SaveAsync(answer, context, note, cancel) ? null
            : waiting is null ? answer
            : await receipt.AwaitAsync(waiting, answer, context, cancel);
    }

    // To a press as an error, so that the same press is worked when it comes once more.
    private async Task<InvokeReply?> TellAsync(string code, string sentence, TurnContext context, CancellationToken cancel) =>
        context.IsInvoke
            ? InvokeReply.Error(code, sentence, 500)
            : await replies.WriteAsync(TurnAnswer.Of([new Reply.Say(sentence)]), context, cancel);

    private Phrases Words(TurnContext context) => words.In(turns.LanguageOf(context.Locale));
}
