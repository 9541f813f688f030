using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>What <c>doctor</c> asks of an instance: nothing of it changes a record.</summary>
internal sealed class ServiceNowChecks(
    ServiceNowTable table, ServiceNowClient client, ServiceNowStates states, IOptions<ServiceNowOptions> options)
{
    private const int MostChoices = 100;

    private ServiceNowOptions Settings => options.Value;

    public async Task<IReadOnlyList<DeskCheck>> CheckAsync(CancellationToken cancel)
    {
        var (page, fault) = await table.QueryAsync(Settings.Table, "ORDERBYDESCsys_created_on", string.Join(',', Columns), 0, 1, cancel);
        if (fault is not null)
            return [Bad($"the table {Settings.Table} cannot be read: {Why(fault)}.")];

        return
        [
            Good($"signed in {(Settings.UsesOAuth ? "with OAuth" : $"as {Settings.User}")}, and the table {Settings.Table} can be read."),
            page!.Rows is [var row, ..] ? OfColumns(row) : await FromDictionaryAsync(cancel),
            await OfStatesAsync(cancel),
            await OfWritingAsync(cancel),
            await OfJournalAsync(cancel),
            OfWebhook(),
        ];
    }

    private IEnumerable<string> Columns =>
    [
        Settings.KeyColumn, Settings.SourceColumn, Settings.SubjectColumn, Settings.BodyColumn, "state", "impact", "urgency",
        .. string.IsNullOrWhiteSpace(Settings.RequesterColumn) ? Array.Empty<string>() : [Settings.RequesterColumn],
        .. Settings.Columns.Select(column => column.Name),
    ];

    // A column that is not there is left out of the answer, without a word.
    private DeskCheck OfColumns(ServiceNowRecord row) => OfColumns([.. Columns.Where(column => !row.Has(column))]);

    private async Task<DeskCheck> FromDictionaryAsync(CancellationToken cancel)
    {
        var (page, fault) = await table.QueryAsync(
            "sys_dictionary", $"nameIN{Settings.Table},task^elementIN{string.Join(',', Columns)}", "name,element", 0, MostChoices, cancel);
        if (fault is not null || page!.Rows.Count == 0)
            return Bad($"whether {Settings.Table} has its columns cannot be seen: it has no row yet, and sys_dictionary cannot be read.");

        var known = page.Rows.Select(row => row.Value("element")).ToHashSet();
        return OfColumns([.. Columns.Where(column => !known.Contains(column))]);
    }

    private DeskCheck OfColumns(IReadOnlyList<string> missing) => missing.Count == 0
        ? Good("all columns of the mapping are there.")
        : Bad(
            $"{Settings.Table} has no column {string.Join(", ", missing)} that the bot's user can read; correct the mapping in {ServiceNowOptions.Section} or the ACLs.");

    private async Task<DeskCheck> OfStatesAsync(CancellationToken cancel)
    {
        var (page, fault) = await table.QueryAsync(
            "sys_choice", $"name={Settings.Table}^element=state^inactive=false", "name,element,value,label,inactive", 0, MostChoices, cancel);
        var choices = page?.Rows
            .Where(row => row.Value("name") == Settings.Table && row.Value("element") == "state" && row.Value("inactive") != "true")
            .ToList();
        if (fault is not null || choices is not { Count: > 0 })
            return Good("the states could not be compared with sys_choice, which the bot's user cannot read; unknown ones are shown by their name.");

        var unknown = choices.Where(choice => !states.Knows(choice.Value("value")))
            .Select(choice => $"{choice.Value("value")} ({choice.Value("label")})").Distinct().ToList();
        return unknown.Count == 0
            ? Good("every state is mapped.")
            : Bad($"these states are not mapped and count as in progress: {string.Join(", ", unknown)}. Add them to {ServiceNowOptions.Section}:States.");
    }

    // Nothing has this id: who may write is told that, who may not is refused. An instance may also look for it first.
    private async Task<DeskCheck> OfWritingAsync(CancellationToken cancel)
    {
        if (Settings.Write is ServiceNowWrite.ImportSet)
            return Good($"tickets are written through {Settings.StagingTable}; whether the bot may do that shows with the first one.");

        var result = await client.CallAsync(
            HttpMethod.Patch, $"api/now/v2/table/{Settings.Table}/{ServiceNowTable.AnyId}", new Dictionary<string, string>(), cancel);
        return result.Fault is null or { IsMissing: true }
            ? Good("writing is not refused, as far as a call shows that changes nothing.")
            : Bad($"tickets cannot be written: {Why(result.Fault)}. Give the bot's user a role that may, such as itil.");
    }

    private async Task<DeskCheck> OfJournalAsync(CancellationToken cancel) =>
        (await table.QueryAsync("sys_journal_field", $"element_id={ServiceNowTable.AnyId}", "sys_id", 0, 1, cancel)).Fault is { } fault
            ? Good($"comments are taken from the ticket's own text, for the journal cannot be read ({Why(fault)}); a read ACL on sys_journal_field makes that exact.")
            : Good("comments can be read.");

    private DeskCheck OfWebhook() => string.IsNullOrWhiteSpace(Settings.WebhookSecret)
        ? Good($"changes are polled; {ServiceNowOptions.Section}:WebhookSecret and the business rule (servicenow-rule) bring them at once.")
        : Good("changes are polled, and sent by the business rule.");

    private static string Why(CallFault fault) => fault.Answer switch
    {
        DeskAnswer.NotNow later => later.Reason,
        DeskAnswer.Refused refused => refused.Reason.TrimEnd('.'),
        _ => "no reason given",
    };

    private static DeskCheck Good(string text) => new(IsGood: true, text);

    private static DeskCheck Bad(string text) => new(IsGood: false, text);
}
