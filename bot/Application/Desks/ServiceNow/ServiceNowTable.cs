using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>The Table API (v2: an empty list is an answer, not a 404). What comes back is compared by whoever asked: the instance drops
/// parts of a query that it does not understand, and answers with other rows.</summary>
internal sealed class ServiceNowTable(ServiceNowClient client, IOptions<ServiceNowOptions> options)
{
    public const string AnyId = "00000000000000000000000000000000";

    private const string Root = "api/now/v2/table/";

    private string Table => options.Value.Table;

    /// <summary>What is asked of a ticket.</summary>
    private string Columns => string.Join(
        ',',
        [
            "sys_id", "number", "state", "hold_reason", "approval", "impact", "urgency", "close_code", "close_notes", "resolved_at", "closed_at",
            "sys_created_on", "sys_updated_on", "sys_mod_count",
            options.Value.KeyColumn, options.Value.SourceColumn, options.Value.SubjectColumn, options.Value.BodyColumn,
        ]);

    public Task<CallResult<ServiceNowPage>> QueryAsync(string query, int offset, int limit, CancellationToken cancel) =>
        QueryAsync(Table, query, Columns, offset, limit, cancel);

    public async Task<CallResult<ServiceNowPage>> QueryAsync(
        string table, string query, string columns, int offset, int limit, CancellationToken cancel)
    {
        var address = $"{Root}{table}?sysparm_query={Uri.EscapeDataString(query)}&{Shape(columns)}";
        var result = await client.CallAsync(
            HttpMethod.Get, $"{address}&sysparm_limit={Text(limit)}&sysparm_offset={Text(offset)}", columns: null, cancel);
        return result switch
        {
            { Fault.IsMissing: true } => NoTable(table),
            // Nothing found is a list too; anything else says nothing of what is there.
            { Value.Result.ValueKind: not JsonValueKind.Array } => ServiceNowFaults.Unreadable(200, isWrite: false),
            _ => result,
        };
    }

    public async Task<CallResult<ServiceNowRecord>> ReadAsync(string id, CancellationToken cancel) =>
        One(await client.CallAsync(HttpMethod.Get, $"{Root}{Table}/{Uri.EscapeDataString(id)}?{Shape(Columns)}", columns: null, cancel), isWrite: false);

    public async Task<CallResult<ServiceNowRecord>> CreateAsync(IReadOnlyDictionary<string, string> columns, CancellationToken cancel)
    {
        var result = await client.CallAsync(HttpMethod.Post, $"{Root}{Table}?{Shape(Columns)}", columns, cancel);
        return result.Fault is { IsMissing: true } ? NoTable(Table) : One(result, isWrite: true);
    }

    public async Task<CallResult<ServiceNowRecord>> ChangeAsync(
        string id, IReadOnlyDictionary<string, string> columns, CancellationToken cancel) =>
        One(
            await client.CallAsync(HttpMethod.Patch, $"{Root}{Table}/{Uri.EscapeDataString(id)}?{Shape(Columns)}", columns, cancel),
            isWrite: true);

    /// <summary>A row for the import set; the answer says what became of it.</summary>
    public Task<CallResult<ServiceNowPage>> ImportAsync(IReadOnlyDictionary<string, string> columns, CancellationToken cancel) =>
        client.CallAsync(HttpMethod.Post, $"api/now/import/{options.Value.StagingTable}", columns, cancel);

    /// <summary>A value in a query: the sign that joins its parts is doubled.</summary>
    public static string Quote(string value) => value.Replace("^", "^^", StringComparison.Ordinal);

    // A list that is empty is one all the same: what is missing is its table.
    private static CallFault NoTable(string table) => ServiceNowFaults.Operator(404, $"there is no table {table}");

    private static CallResult<ServiceNowRecord> One(CallResult<ServiceNowPage> result, bool isWrite) =>
        result.Fault is { } fault ? fault
        : result.Value!.Record is { } record && record.Id.Length > 0 ? record
        : ServiceNowFaults.Unreadable(200, isWrite);

    private static string Shape(string columns) =>
        $"sysparm_fields={columns}&sysparm_display_value=all&sysparm_exclude_reference_link=true";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
