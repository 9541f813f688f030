using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>Writes tickets the way the instance allows: into the table, or through an import set.</summary>
internal sealed class ServiceNowWriter(ServiceNowTable table, IOptions<ServiceNowOptions> options)
{
    private bool Imports => options.Value.Write is ServiceNowWrite.ImportSet;

    public async Task<CallResult<ServiceNowRecord>> CreateAsync(IReadOnlyDictionary<string, string> columns, CancellationToken cancel)
    {
        if (!Imports)
            return await table.CreateAsync(columns, cancel);

        var (page, fault) = await table.ImportAsync(columns, cancel);
        return fault is not null ? fault : await TakenAsync(page!, cancel);
    }

    /// <param name="known">The row as it was read.</param>
    public async Task<CallResult<ServiceNowRecord>> ChangeAsync(
        ServiceNowRecord known, IReadOnlyDictionary<string, string> columns, CancellationToken cancel)
    {
        if (!Imports)
            return await table.ChangeAsync(known.Id, columns, cancel);

        var keyed = new Dictionary<string, string>(columns) { [options.Value.KeyColumn] = known.Value(options.Value.KeyColumn) };
        var (page, fault) = await table.ImportAsync(keyed, cancel);
        if (fault is not null)
            return fault;

        var (changed, lost) = await TakenAsync(page!, cancel);
        return lost is not null ? lost
            : changed!.Id == known.Id ? changed
            : ServiceNowFaults.Operator(
                status: null, $"the transform map of {options.Value.StagingTable} does not coalesce on {options.Value.KeyColumn}: it made a second record");
    }

    // The call itself succeeds, whatever became of its row.
    private async Task<CallResult<ServiceNowRecord>> TakenAsync(ServiceNowPage page, CancellationToken cancel)
    {
        var row = page.Rows.FirstOrDefault(it => it.Value("table") == options.Value.Table) ?? (page.Rows is [var only] ? only : null);
        if (row is null)
            return ServiceNowFaults.Unreadable(201, isWrite: true);
        if (row.Value("status") is not ("inserted" or "updated" or "ignored"))
            return new CallFault(new DeskAnswer.Refused(ServiceNowFaults.Words(row.Has("error_message") ? row.Fields.GetProperty("error_message") : null)), 201);

        var (record, fault) = await table.ReadAsync(row.Id, cancel);
        // It is there: whoever comes again finds it by its key.
        return fault is null ? record! : ServiceNowFaults.NotReached("imported, but it could not be read", isUnknown: true);
    }
}
