using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Domain.Outbox;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Outbox;

/// <summary>How long to wait before a message is tried once more, and when it has been tried enough.</summary>
public sealed class OutboxBackoff(IOptions<OutboxOptions> options)
{
    /// <param name="attempt">How often it was tried in vain before this try.</param>
    /// <returns>Null when it is to be given up. A ticket that is to be opened never is: somebody waits for it.</returns>
    public TimeSpan? After(OutboxMessage message, int attempt, TimeSpan? atLeast)
    {
        if (attempt + 1 >= options.Value.Attempts && message is not OutboxMessage.OpenTicket)
            return null;

        var pause = new Backoff(options.Value.FirstPause, options.Value.LongestPause).After(attempt + 1);
        return pause > atLeast || atLeast is null ? pause : atLeast;
    }
}
