using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>Finds the record of a request, and sees to it that it stays the only one.</summary>
internal sealed class ServiceNowSearch(
    ServiceNowTable table,
    ServiceNowStates states,
    ServiceNowMapping mapping,
    IOptions<ServiceNowOptions> options,
    ILogger<ServiceNowSearch> log)
{
    private const int Most = 20;

    /// <returns>The oldest with this key; refused where there is none.</returns>
    public async Task<CallResult<ServiceNowRecord>> FindAsync(string key, CancellationToken cancel)
    {
        var column = options.Value.KeyColumn;
        var (page, fault) = await table.QueryAsync($"{column}={ServiceNowTable.Quote(key)}^ORDERBYsys_created_on", 0, Most, cancel);
        if (fault is not null)
            return fault;
        // The instance dropped the condition: whether the record is there is not to be seen in what it answered instead.
        if (page!.Rows.Any(row => row.Value(column) != key))
            return ServiceNowFaults.Operator(
                status: null, $"the instance does not search by {column}; check Desk:ServiceNow:KeyColumn and the read ACL of that column");

        var found = page.Rows.OrderBy(row => row.Created).ThenBy(row => row.Value("number"), StringComparer.Ordinal).ToList();
        foreach (var younger in found.Skip(1).Where(mapping.IsOurs))
            await DropAsync(younger, found[0], key, cancel);
        return found is [var oldest, ..] ? oldest : new CallFault(new DeskAnswer.Refused($"The desk has no ticket for {key}."), 404);
    }

    // It may fail: then it is tried again when the key is looked for once more, and the log has said it.
    private async Task DropAsync(ServiceNowRecord younger, ServiceNowRecord older, string key, CancellationToken cancel)
    {
        if (states.Read(younger).State is TicketState.Resolved or TicketState.Closed or TicketState.Cancelled)
            return;

        log.TwoTickets(mapping.TicketOf(older).Number!, mapping.TicketOf(younger).Number!, key);
        var columns = new Dictionary<string, string>
        {
            [ServiceNowComments.Column] = ServiceNowComments.Signed(
                $"Filed twice by mistake. Please go on in {mapping.TicketOf(older).Number}.", key),
        };
        if (states.ValueOf(TicketState.Cancelled) is { } cancelled)
            columns["state"] = cancelled;
        await table.ChangeAsync(younger.Id, columns, cancel);
    }
}
