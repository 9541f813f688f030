using ChatOpsBot.Application.Search;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Search;
using ChatOpsBot.Dialogs.Words;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// Answers what comes from a compose box. No turn like others: it changes nothing, so a second delivery is simply answered again; it is
/// answered in the response alone, as the bot may be no member of the chat; and it ends with the request.
/// </summary>
public sealed class SearchTurn(
    SearchWork work,
    NewestSearches newest,
    TurnMaker turns,
    WordsCatalog words,
    TurnMetrics metrics,
    TimeProvider time,
    IOptions<SearchOptions> options,
    ILogger<SearchTurn> log)
{
    /// <summary>Never throws for a fault of the bot: any status but 200 shows as "unable to reach app".</summary>
    public async Task<InvokeReply?> AnswerAsync(IncomingActivity activity, CancellationToken cancel)
    {
        var phrases = words.In(turns.LanguageOf(activity.Locale));
        return activity.Payload is ActivityPayload.SearchRequested { Query: var query }
            ? await FindAsync(query, activity, phrases, cancel)
            : ComposeReply.Message(SearchTrouble.NotOffered(phrases));
    }

    private async Task<InvokeReply> FindAsync(ComposeQuery query, IncomingActivity activity, Phrases phrases, CancellationToken cancel)
    {
        var reference = CorrelationId.New();
        using var scope = log.BeginScope(new TurnScope(activity.ConversationId, activity.Id, reference));
        using var note = metrics.Begin(activity.Id, reference);
        note.Kind = "searched";
        using var search = newest.Begin(PlaceOf(query, activity), query.Parameters.GetValueOrDefault(SearchCommands.Text, ""), cancel);
        try
        {
            // SQLite answers on the thread that asks.
            var found = await Task.Run(() => work.FindAsync(query, activity, phrases.Language, search.Ended), search.Ended)
                .WaitAsync(options.Value.Limit, time, search.Ended);
            note.Outcome = found is null ? TurnNote.TooSlow : TurnNote.Answered;
            return found ?? ComposeReply.Message(SearchTrouble.TooSlow(phrases));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The person typed on; nobody looks at this answer.
            note.Outcome = TurnNote.Ignored;
            return ComposeReply.Results([]);
        }
        catch (TimeoutException fault)
        {
            note.FailedBy(TurnNote.TooSlow, fault);
            log.SearchTooSlow(reference, options.Value.Limit);
            return ComposeReply.Message(SearchTrouble.TooSlow(phrases));
        }
        // The one place where a bug in a search ends.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            note.FailedBy(TurnNote.Failed, fault);
            log.SearchFailed(reference, new BareException(fault));
            return ComposeReply.Message(SearchTrouble.Failed(reference, phrases));
        }
    }

    private static string PlaceOf(ComposeQuery query, IncomingActivity activity) =>
        $"{activity.ConversationId}\n{TurnContextReader.Who(activity).Id}\n{query.CommandId}";
}
