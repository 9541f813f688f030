using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Search;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Search;

/// <summary>
/// Makes of a query a search with all that its answer may know. It reads, and writes nothing; for rows it needs no database.
/// </summary>
public sealed class SearchReader(IDbContextFactory<BotDb> databases, RequestKeys keys, EventQueryPlanner events, TimeProvider time)
{
    /// <param name="language">To answer in.</param>
    public async Task<SearchQuery> ReadAsync(ComposeQuery asked, IncomingContext context, string language, CancellationToken cancel)
    {
        var query = new SearchQuery
        {
            Command = asked.CommandId,
            Text = asked.Parameters.GetValueOrDefault(SearchCommands.Text, ""),
            Skip = asked.Skip,
            Count = asked.Count,
            Language = language,
            At = time.GetUtcNow(),
        };
        return query.Command switch
        {
            SearchCommands.Requests => query with { Requests = await OwnAsync(query.Text, context.Who.Id, cancel) },
            SearchCommands.Events => query with { Events = await EventsAsync(query.Text, context.TenantId, cancel) },
            _ => query,
        };
    }

    // The newest, and whichever is named by its key, however old it is.
    private async Task<IReadOnlyList<Request>> OwnAsync(string text, string owner, CancellationToken cancel)
    {
        if (owner.Length == 0)
            return [];

        await using var db = await databases.CreateDbContextAsync(cancel);
        var store = new RequestStore(db);
        var mine = await store.OwnAsync(owner, RequestContext.Most, cancel);
        var said = keys.FindIn(text).Select(found => found.Key?.Value).OfType<string>().Distinct().ToList();
        var named = said.Count > 0 ? await store.FindByKeysAsync(said, cancel) : [];
        return [.. mine.Concat(named.Where(request => request.Owner.Id == owner)).DistinctBy(request => request.Id)];
    }

    private async Task<IReadOnlyList<RecoveryEvent>> EventsAsync(string text, string? tenant, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var store = new RecoveryStore(db);
        var latest = await store.LatestAsync(tenant, EventContext.Most, cancel);
        var said = events.NumbersIn(text);
        var named = said.Count > 0 ? await store.FindByNumbersAsync(tenant, said, cancel) : [];
        return [.. latest.Concat(named).DistinctBy(drEvent => drEvent.Id)];
    }
}
