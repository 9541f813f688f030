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
    /// <param name="query">Null for another action of a compose box, which this bot does not offer.</param>
    public async Task<InvokeReply?> AnswerAsync(ComposeQuery? query, IncomingContext context, CancellationToken cancel)
    {
        var phrases = words.In(turns.LanguageOf(context.Locale));
        return query is null ? ComposeReply.Message(SearchTrouble.NotOffered(phrases)) : await FindAsync(query, context, phrases, cancel);
    }

    private async Task<InvokeReply> FindAsync(ComposeQuery query, IncomingContext context, Phrases phrases, CancellationToken cancel)
    {
        using var scope = log.BeginScope(LogScope.OfTurn(context));
        using var note = metrics.Begin(context.ActivityId, context.CorrelationId);
        note.Kind = "searched";
        using var search = newest.Begin(PlaceOf(query, context), query.Parameters.GetValueOrDefault(SearchCommands.Text, ""), cancel);
        try
        {
            // SQLite answers on the thread that asks.
            var found = await Task.Run(() => work.FindAsync(query, context, phrases.Language, search.Ended), search.Ended)
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
            log.SearchTooSlow(context.CorrelationId, options.Value.Limit);
            return ComposeReply.Message(SearchTrouble.TooSlow(phrases));
        }
        // The one place where a bug in a search ends.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            note.FailedBy(TurnNote.Failed, fault);
            log.SearchFailed(context.CorrelationId, new BareException(fault));
            return ComposeReply.Message(SearchTrouble.Failed(context.CorrelationId, phrases));
        }
    }

    private static string PlaceOf(ComposeQuery query, IncomingContext context) =>
        $"{context.ConversationId}\n{context.Who.Id}\n{query.CommandId}";
}
