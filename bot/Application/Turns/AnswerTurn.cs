using ChatOpsBot.Application.Outbox;
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
    AnswerFinder finder,
    TurnCommit commit,
    TicketReceiptWaiter receipt,
    ReplyWriter replies,
    Signal outbox,
    AnnouncementSignals announcing,
    TurnMaker turns,
    WordsCatalog words,
    IOptions<TurnOptions> options,
    ILogger<AnswerTurn> log)
{
    /// <summary>How often a turn is answered anew because somebody else changed the same meanwhile.</summary>
    private const int Attempts = 3;

    /// <summary>Never throws for a fault of the bot: the person is told in one sentence, with the reference that is in the log.</summary>
    public async Task<InvokeReply?> WorkAsync(TurnInput what, IncomingActivity activity, TurnNote note, CancellationToken cancel)
    {
        note.Kind = what is TurnInput.Message ? "said" : "pressed";
        try
        {
            return await AnswerAsync(what, activity, note, cancel) is { } answer
                ? await replies.WriteAsync(answer, activity, cancel, note)
                : await TellAsync("busy", Apology.Busy(Words(activity)), activity, cancel);
        }
        catch (TimeoutException fault)
        {
            note.FailedBy(TurnNote.TooSlow, fault);
            log.TurnTooSlow(note.Reference, options.Value.Limit);
        }
        // The one place where a bug in a topic ends: it is logged once, and nothing of its turn was carried out.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            note.FailedBy(TurnNote.Failed, fault);
            log.TurnFailed(note.Reference, new BareException(fault));
        }
        finally
        {
            // Not before the answer stands there: the older cards of a request are drawn anew by where its newest is. A question keeps
            // nothing, so there is nothing to look for after it.
            if (note.MayHaveKept)
            {
                outbox.Set();
                announcing.Events.Set();
            }
        }

        return await TellAsync("failed", Apology.Text(note.Reference, Words(activity)), activity, cancel);
    }

    /// <returns>Null when others were first each time.</returns>
    private async Task<TurnAnswer?> AnswerAsync(TurnInput what, IncomingActivity activity, TurnNote note, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var answer = await finder.FindAsync(what, activity, note, cancel);
            if (!answer.Commits)
                return answer;

            note.MayHaveKept = true;
            using var waiting = receipt.Expect(answer, activity);
            if (await commit.KeepAsync(answer, activity, note, cancel))
                return waiting is null ? answer : await receipt.AwaitAsync(waiting, answer, activity, cancel);

            log.TurnConflicted(attempt);
        }

        note.Outcome = TurnNote.Busy;
        return null;
    }

    // To a press as an error, so that the same press is worked when it comes once more.
    private async Task<InvokeReply?> TellAsync(string code, string sentence, IncomingActivity activity, CancellationToken cancel) =>
        activity.IsInvoke
            ? InvokeReply.Error(code, sentence, 500)
            : await replies.WriteAsync(TurnAnswer.Of([new Reply.Say(sentence)]), activity, cancel);

    private Phrases Words(IncomingActivity activity) => words.In(turns.LanguageOf(activity.Locale));
}
