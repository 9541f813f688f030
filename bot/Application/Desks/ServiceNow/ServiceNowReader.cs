using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>A record with what was written into it, as the rest of the bot sees it.</summary>
internal sealed class ServiceNowReader(ServiceNowComments comments, ServiceNowMapping mapping)
{
    /// <summary>What was written is left out where it cannot be read: it is told when the ticket is read for the next time.</summary>
    public async Task<DeskAnswer> DoneAsync(ServiceNowRecord record, CancellationToken cancel)
    {
        var (written, _) = await comments.OfAsync(record.Id, cancel);
        var update = Update(record, written ?? []);
        return new DeskAnswer.Done(update.Ticket) { Comments = update.Comments };
    }

    public TicketUpdate Update(ServiceNowRecord record, IEnumerable<DeskComment> written)
    {
        var solution = mapping.SolutionOf(record);
        return new(mapping.TicketOf(record), [.. (solution is null ? written : written.Append(solution)).OrderBy(comment => comment.At)]);
    }
}
