using System.Globalization;
using System.Text.Json;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Files;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>
/// Puts files into a ticket, by the Attachment API. The instance keeps one that is sent twice twice, so each is looked for first. An import
/// set takes no files: they go into the record that it made.
/// </summary>
internal sealed class ServiceNowFiles(
    ServiceNowClient client, ServiceNowReader reader, ServiceNowMapping mapping, IOptions<ServiceNowOptions> options)
{
    private const string Root = "api/now/attachment";
    private const int Most = 20;

    // What an instance allows are properties of its own; only its words tell what is wrong.
    private static readonly string[] OfTheFile =
        ["extension", "file type", "mime", "content type", "size", "too large", "too big", "exceed", "virus", "malware"];

    public async Task<DeskAnswer> AttachAsync(ServiceNowRecord record, DeskFile file, CancellationToken cancel)
    {
        var (found, fault) = await FindAsync(record.Id, file, cancel);
        if (fault is not null)
            return fault.Answer;

        var ticket = mapping.TicketOf(record);
        if (found!.Count > 0)
            return await reader.DoneAsync(record, cancel);
        if (ticket.State is TicketState.Closed or TicketState.Cancelled)
            return new DeskAnswer.Refused($"{ticket.Number} is closed and takes no more files. Please start a new request.");

        return await SendAsync(record.Id, file, cancel) is { } refused ? refused : await reader.DoneAsync(record, cancel);
    }

    /// <returns>The file as a row, or none.</returns>
    private async Task<CallResult<List<ServiceNowRecord>>> FindAsync(string id, DeskFile file, CancellationToken cancel)
    {
        var query = $"table_sys_id={id}^file_name={ServiceNowTable.Quote(file.Name)}";
        var (page, fault) = await client.CallAsync(
            HttpMethod.Get, $"{Root}?sysparm_query={Uri.EscapeDataString(query)}&sysparm_limit={Most}", columns: null, cancel);
        if (fault is not null)
            return fault.IsMissing ? ServiceNowFaults.Operator(404, $"there is no {Root}") : fault;
        if (page!.Result.ValueKind is not JsonValueKind.Array)
            return ServiceNowFaults.Unreadable(200, isWrite: false);
        if (page.Rows.FirstOrDefault(row => IsMeant(row, id, file) && HasSize(row, file)) is { } kept)
            return new List<ServiceNowRecord> { kept };

        // The instance dropped a condition: whether the file is there is not to be seen in what it answered instead.
        return page.Rows.Any(row => !IsMeant(row, id, file))
            ? ServiceNowFaults.Operator(
                status: null, "the instance does not search attachments by record and name; check the read ACL of sys_attachment")
            : new List<ServiceNowRecord>();
    }

    /// <returns>Null when the instance took it.</returns>
    private async Task<DeskAnswer?> SendAsync(string id, DeskFile file, CancellationToken cancel)
    {
        var path = $"{Root}/file?table_name={options.Value.Table}&table_sys_id={id}&file_name={Uri.EscapeDataString(file.Name)}";
        var (page, fault) = await client.CallAsync(HttpMethod.Post, path, new ServiceNowContent(file.Content, file.ContentType), cancel);
        return fault switch
        {
            { Status: 413 } => new DeskAnswer.Refused(
                $"The desk takes no file of that size: {file.Name} has {FileSize.Say(file.Content.Length)}."),
            { Status: 415 } => Refused(file, fault),
            { Status: 400 or 403 or 422 } when ServiceNowFaults.Says(fault.Said, OfTheFile) => Refused(file, fault),
            not null => fault.Answer,
            null => page!.Record is { Id.Length: > 0 } ? null : ServiceNowFaults.Unreadable(201, isWrite: true).Answer,
        };
    }

    private static DeskAnswer.Refused Refused(DeskFile file, CallFault fault) => new($"The desk does not take {file.Name}: {fault.Said}");

    private static bool IsMeant(ServiceNowRecord row, string id, DeskFile file) =>
        row.Value("table_sys_id") == id && string.Equals(row.Value("file_name"), file.Name, StringComparison.OrdinalIgnoreCase);

    // Half of it may have come: then it is sent once more.
    private static bool HasSize(ServiceNowRecord row, DeskFile file) =>
        !int.TryParse(row.Value("size_bytes"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        || bytes == file.Content.Length;
}
