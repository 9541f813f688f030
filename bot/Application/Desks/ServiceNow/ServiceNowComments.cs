using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>
/// What is written into tickets, from the journal; where the bot's user may not read that, from the text that people see of it.
/// </summary>
internal sealed partial class ServiceNowComments(ServiceNowTable table, IOptions<ServiceNowOptions> options)
{
    /// <summary>Written to, it adds a comment; read, it is empty.</summary>
    public const string Column = "comments";

    private const string Notes = "work_notes";
    private const string Journal = "sys_journal_field";
    private const string Columns = "sys_id,element_id,element,value,sys_created_by,sys_created_on";
    private const int PageOfOne = 100;
    private const int PageOfMany = 500;

    /// <summary>How many ids stand in one query: its address must not be longer than 2048 characters.</summary>
    private const int MostIds = 30;

    /// <summary>The newest comments of a ticket, oldest first.</summary>
    public async Task<CallResult<IReadOnlyList<DeskComment>>> OfAsync(string id, CancellationToken cancel)
    {
        var (rows, fault) = await RowsAsync([id], after: null, PageOfOne, cancel);
        if (fault is { IsForbidden: true })
            return await ShownAsync([id], cancel) is { Value: { } shown } ? Result(ForReaders(shown)[id]) : fault;

        return fault is not null ? fault : Result(Comments(rows!.Rows, [id])[id]);
    }

    /// <summary>The comments of several tickets since a time, oldest first.</summary>
    public async Task<CallResult<ILookup<string, DeskComment>>> OfAsync(
        IReadOnlyCollection<string> ids, DateTimeOffset after, CancellationToken cancel)
    {
        List<(string Id, DeskComment Comment)> all = [];
        foreach (var some in ids.Chunk(MostIds))
        {
            var (found, fault) = await SomeAsync(some, after, cancel);
            if (fault is not null)
                return fault;
            all.AddRange(found!.SelectMany(comments => comments, (comments, comment) => (comments.Key, comment)));
        }

        return new(all.ToLookup(it => it.Id, it => it.Comment), null);
    }

    /// <summary>Whether a comment with this mark stands in a ticket: then the value is the mark; otherwise it is empty.</summary>
    public async Task<CallResult<string>> FindAsync(string id, string mark, CancellationToken cancel)
    {
        var sign = $"[{mark}]";
        var (page, fault) = await table.QueryAsync(
            Journal, $"element_id={id}^element={Column}^valueLIKE{ServiceNowTable.Quote(sign)}", Columns, 0, PageOfOne, cancel);
        if (fault is { IsForbidden: true })
            return await ShownAsync([id], cancel) is { Value: { } shown } ? Found(shown[id].Select(it => it.Text), sign, mark) : fault;

        return fault is not null
            ? fault
            : Found(page!.Rows.Where(row => row.Value("element_id") == id).Select(row => row.Value("value")), sign, mark);
    }

    /// <summary>Markup that the instance would draw is none in what people write.</summary>
    public static string Plain(string text) => Markup().Replace(text, "($1)");

    /// <summary>A comment of the bot's, which is known as one again.</summary>
    public static string Signed(string text, string mark) => $"{Plain(text)} (Teams) [{mark}]";

    private async Task<CallResult<ILookup<string, DeskComment>>> SomeAsync(string[] ids, DateTimeOffset after, CancellationToken cancel)
    {
        var (page, fault) = await RowsAsync(ids, after, PageOfMany, cancel);
        if (fault is { IsForbidden: true })
            return await ShownAsync(ids, cancel) is { Value: { } shown } ? Result(ForReaders(shown)) : fault;
        if (fault is not null)
            return fault;
        if (!page!.HasNext)
            return new(Comments(page.Rows, ids), null);

        // One of them has so many that others would have no place.
        List<ServiceNowRecord> rows = [];
        foreach (var id in ids)
        {
            (page, fault) = await RowsAsync([id], after, PageOfOne, cancel);
            if (fault is not null)
                return fault;
            rows.AddRange(page!.Rows);
        }

        return new(Comments(rows, ids), null);
    }

    private Task<CallResult<ServiceNowPage>> RowsAsync(string[] ids, DateTimeOffset? after, int most, CancellationToken cancel)
    {
        var elements = options.Value.ShowWorkNotes ? $"elementIN{Column},{Notes}" : $"element={Column}";
        var since = after is { } at ? $"^sys_created_on>={ServiceNowRecord.Write(at)}" : "";
        return table.QueryAsync(
            Journal, $"element_idIN{string.Join(',', ids)}^{elements}{since}^ORDERBYDESCsys_created_on", Columns, 0, most, cancel);
    }

    private ILookup<string, DeskComment> Comments(IEnumerable<ServiceNowRecord> rows, IReadOnlyCollection<string> ids) =>
        rows.Where(row => ids.Contains(row.Value("element_id")) && IsForReaders(row))
            .OrderBy(row => row.Created)
            .ToLookup(
                row => row.Value("element_id"),
                row => new DeskComment(row.Created, row.Value("sys_created_by"), Drawn().Replace(row.Value("value"), "").Trim()));

    private bool IsForReaders(ServiceNowRecord row) =>
        (row.Value("element") == Column || (row.Value("element") == Notes && options.Value.ShowWorkNotes))
        && !string.Equals(row.Value("sys_created_by"), options.Value.User, StringComparison.OrdinalIgnoreCase)
        && !Own().IsMatch(row.Value("value"));

    private async Task<CallResult<ILookup<string, DeskComment>>> ShownAsync(string[] ids, CancellationToken cancel)
    {
        var (page, fault) = await table.QueryAsync(
            options.Value.Table, $"sys_idIN{string.Join(',', ids)}", $"sys_id,sys_updated_on,{Column}", 0, ids.Length, cancel);
        if (fault is not null)
            return fault;

        return new(
            page!.Rows.Where(row => ids.Contains(row.Id))
                .SelectMany(row => ShownJournal.Read(row, Column), (row, comment) => (row.Id, Comment: comment))
                .ToLookup(it => it.Id, it => it.Comment),
            null);
    }

    private static ILookup<string, DeskComment> ForReaders(ILookup<string, DeskComment> shown) =>
        shown.SelectMany(same => same, (same, comment) => (same.Key, Comment: comment))
            .Where(it => !Own().IsMatch(it.Comment.Text))
            .ToLookup(it => it.Key, it => it.Comment);

    private static CallResult<ILookup<string, DeskComment>> Result(ILookup<string, DeskComment> comments) => new(comments, null);

    private static CallResult<IReadOnlyList<DeskComment>> Result(IEnumerable<DeskComment> comments) => new([.. comments], null);

    private static CallResult<string> Found(IEnumerable<string> texts, string sign, string mark) =>
        texts.Any(text => text.Contains(sign, StringComparison.Ordinal)) ? mark : "";

    // As DeskReply signs them, and Signed.
    [GeneratedRegex(@"\(Teams\) \[[^\[\]\s]+\]\s*\z")]
    private static partial Regex Own();

    [GeneratedRegex(@"\[(/?code)\]", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\[/?code\]", RegexOptions.IgnoreCase)]
    private static partial Regex Drawn();
}
