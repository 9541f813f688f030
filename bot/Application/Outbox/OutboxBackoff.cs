using ChatOpsBot.Domain.Outbox;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Outbox;

/// <summary>How long to wait before a message is tried once more, and when it has been tried enough.</summary>
public sealed class OutboxBackoff(IOptions<OutboxOptions> options)
{
    /// <summary>A fifth more or less, so that what failed together does not come back together.</summary>
    private const double Jitter = 0.2;

    /// <summary>More doublings are longer than any pause.</summary>
    private const int MostDoublings = 20;

    /// <param name="attempt">How often it was tried in vain before this try.</param>
    /// <returns>Null when it is to be given up. A ticket that is to be opened never is: somebody waits for it.</returns>
    public TimeSpan? After(OutboxMessage message, int attempt, TimeSpan? atLeast)
    {
        if (attempt + 1 >= options.Value.Attempts && message is not OutboxMessage.OpenTicket)
            return null;

        var doubled = options.Value.FirstPause * Math.Pow(2, Math.Min(attempt, MostDoublings));
        var pause = (doubled < options.Value.LongestPause ? doubled : options.Value.LongestPause)
            * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble()));
        return pause > atLeast || atLeast is null ? pause : atLeast;
    }
}
