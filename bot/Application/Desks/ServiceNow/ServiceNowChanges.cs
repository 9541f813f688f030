using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>
/// Tickets that changed at the instance. It tells times in whole seconds, so a page always ends with a second, and many changes in one
/// are read to their end.
/// </summary>
internal sealed class ServiceNowChanges(
    ServiceNowTable table,
    ServiceNowComments comments,
    ServiceNowReader reader,
    ServiceNowMapping mapping,
    IOptions<ServiceNowOptions> options)
{
    private const int PageSize = 100;

    /// <summary>Rows move forward when one before them changes while the pages are turned: so many are read twice.</summary>
    private const int Twice = 10;

    private const int MostPages = 120;

    /// <returns>Null where the instance could not be asked, or not to the end.</returns>
    public async Task<IReadOnlyList<TicketUpdate>?> ReadAsync(DateTimeOffset after, int most, CancellationToken cancel)
    {
        if (await RowsAsync(after, most, cancel) is not { } rows)
            return null;
        if (rows.Count == 0)
            return [];

        var (said, fault) = await comments.OfAsync([.. rows.Select(row => row.Id)], after, cancel);
        return fault is not null ? null
            : [.. rows.Select(row => reader.Update(row, said![row.Id])).OrderBy(update => update.Ticket.Changed)];
    }

    private async Task<IReadOnlyList<ServiceNowRecord>?> RowsAsync(DateTimeOffset after, int most, CancellationToken cancel)
    {
        var begin = new DateTimeOffset(after.UtcTicks - (after.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var query = $"sys_updated_on>={ServiceNowRecord.Write(begin)}^{options.Value.SourceColumn}={ServiceNowMapping.Source}^ORDERBYsys_updated_on";
        Dictionary<string, ServiceNowRecord> rows = [];
        for (var page = 0; page < MostPages; page++)
        {
            var (read, fault) = await table.QueryAsync(query, page * (PageSize - Twice), PageSize, cancel);
            if (fault is not null)
                return null;

            foreach (var row in read!.Rows.Where(row => mapping.IsOurs(row) && row.Updated >= begin))
                rows[row.Id] = row;
            if (!read.HasNext)
                return Ordered(rows);
            if (Whole(rows, begin, most) is { } whole)
                return whole;
        }

        return Ordered(rows);
    }

    // The last second may go on on the next page.
    private static List<ServiceNowRecord>? Whole(Dictionary<string, ServiceNowRecord> rows, DateTimeOffset begin, int most)
    {
        var ordered = Ordered(rows);
        if (ordered.Count == 0)
            return null;

        var ended = ordered.Where(row => row.Updated < ordered[^1].Updated).ToList();
        return ended.Count >= most && ended[^1].Updated > begin ? ended : null;
    }

    private static List<ServiceNowRecord> Ordered(Dictionary<string, ServiceNowRecord> rows) =>
        [.. rows.Values.OrderBy(row => row.Updated)];
}
