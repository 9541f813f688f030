using System.Threading.RateLimiting;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Search;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Search;

/// <summary>
/// Runs searches, a limited number at a time. A search that is given up keeps its place until its work has really come to an end: a slow
/// database does not get more and more of them, and turns keep their part of it.
/// </summary>
public sealed class SearchWork(SearchReader reader, SearchTopic topic, IOptions<SearchOptions> options) : IDisposable
{
    // When too many wait, the one that waits longest goes: whoever typed it has typed on or given up.
    private readonly ConcurrencyLimiter _places = new(new()
    {
        PermitLimit = options.Value.AtOnce,
        QueueLimit = options.Value.AtOnce,
        QueueProcessingOrder = QueueProcessingOrder.NewestFirst,
    });

    /// <returns>Null where there was no place for it.</returns>
    public async Task<InvokeReply?> FindAsync(ComposeQuery asked, IncomingContext context, string language, CancellationToken cancel)
    {
        using var place = await _places.AcquireAsync(1, cancel);
        if (!place.IsAcquired)
            return null;

        return topic.Answer(await reader.ReadAsync(asked, context, language, cancel)) switch
        {
            SearchAnswer.Found found => ComposeReply.Results(
                found.Hits.Select(hit => new ComposeResult(hit.Card.ToJson(), hit.Title, hit.Text))),
            SearchAnswer.Told told => ComposeReply.Message(told.Text),
            var other => throw new InvalidOperationException($"Nobody says {other.GetType().Name}."),
        };
    }

    public void Dispose() => _places.Dispose();
}
