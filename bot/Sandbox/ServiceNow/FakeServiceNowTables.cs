using System.Globalization;

namespace ChatOpsBot.Sandbox.ServiceNow;

/// <summary>The tables of a <see cref="FakeServiceNow"/>, with what its platform does when a record is written.</summary>
public sealed class FakeServiceNowTables
{
    public const string Incident = "incident";
    public const string Journal = "sys_journal_field";

    private static readonly string[] OfTasks =
    [
        "sys_id", "number", "state", "hold_reason", "approval", "impact", "urgency", "priority", "short_description", "description",
        "category", "subcategory", "contact_type", "assignment_group", "assigned_to", "caller_id", "correlation_id",
        "correlation_display", "comments", "work_notes", "close_code", "close_notes", "resolved_at", "closed_at", "active",
        "sys_created_on", "sys_updated_on", "sys_mod_count", "sys_created_by",
    ];

    private readonly TimeProvider _clock;
    private readonly Dictionary<string, List<Dictionary<string, string>>> _rows = [];
    private int _last;

    public FakeServiceNowTables(TimeProvider clock)
    {
        _clock = clock;
        foreach (var table in (string[])[Incident, "sc_request", Journal, "sys_user", "sys_choice", "sys_dictionary", "sys_attachment"])
            _rows[table] = [];
        foreach (var (value, label) in Labels["state"])
            _rows["sys_choice"].Add(
                new() { ["name"] = Incident, ["element"] = "state", ["value"] = value, ["label"] = label, ["inactive"] = "false" });
        foreach (var column in OfTasks)
            _rows["sys_dictionary"].Add(new() { ["name"] = "task", ["element"] = column });
    }

    /// <summary>What people see of values.</summary>
    internal static Dictionary<string, Dictionary<string, string>> Labels { get; } = new()
    {
        ["state"] = new()
        {
            ["1"] = "New",
            ["2"] = "In Progress",
            ["3"] = "On Hold",
            ["6"] = "Resolved",
            ["7"] = "Closed",
            ["8"] = "Canceled",
        },
        ["hold_reason"] = new()
        {
            ["1"] = "Awaiting Caller",
            ["3"] = "Awaiting Problem",
            ["4"] = "Awaiting Vendor",
            ["5"] = "Awaiting Change",
        },
        ["approval"] = new() { ["requested"] = "Requested", ["approved"] = "Approved" },
    };

    /// <summary>Columns that the tables do not have after all.</summary>
    public HashSet<string> Missing { get; } = [];

    /// <summary>Records that an ACL hides.</summary>
    public HashSet<string> Hidden { get; } = [];

    /// <summary>How long a new record is not found by a query yet.</summary>
    public TimeSpan Lag { get; set; }

    /// <summary>How far the zone of the bot's user is from UTC.</summary>
    public TimeSpan Zone { get; set; }

    /// <summary>Whether the import set's transform map finds a record by its key.</summary>
    public bool Coalesces { get; set; } = true;

    /// <summary>Records of a table, oldest first.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Of(string table)
    {
        lock (this)
            return [.. _rows.GetValueOrDefault(table, []).Where(row => !Hidden.Contains(row.GetValueOrDefault("sys_id", "")))];
    }

    public IReadOnlyDictionary<string, string> Only => Of(Incident).Single();

    /// <summary>The comments of a ticket, oldest first.</summary>
    public IReadOnlyList<string> CommentsOf(string id) =>
        [.. EntriesOf(id).Select(row => row["value"])];

    /// <summary>No further ticket or comment fits in.</summary>
    internal bool IsFull => _rows[Incident].Count >= SandboxLimits.Cases || _rows[Journal].Count >= SandboxLimits.Comments;

    /// <summary>The comments of a ticket with who wrote them, oldest first.</summary>
    internal IEnumerable<IReadOnlyDictionary<string, string>> EntriesOf(string id) =>
        _rows[Journal].Where(row => row["element_id"] == id && row["element"] == "comments");

    /// <summary>Somebody at the desk changes a ticket.</summary>
    public void Work(string id, string by, params (string Column, string Value)[] columns)
    {
        lock (this)
            Change(Incident, id, columns.ToDictionary(it => it.Column, it => it.Value), by);
    }

    public void Delete(string table, string id)
    {
        lock (this)
            _rows[table].RemoveAll(row => row["sys_id"] == id);
    }

    internal bool Has(string table) => _rows.ContainsKey(table);

    internal HashSet<string> ColumnsOf(string table) =>
        [.. (table is Incident or "sc_request" ? OfTasks : _rows[table].SelectMany(row => row.Keys).Concat(Known(table))).Except(Missing)];

    internal IReadOnlyDictionary<string, string>? Find(string table, string id) =>
        Of(table).FirstOrDefault(row => row.GetValueOrDefault("sys_id") == id);

    internal IReadOnlyList<IReadOnlyDictionary<string, string>> Searched(string table)
    {
        var newest = Text(_clock.GetUtcNow() - Lag);
        return [.. _rows[table].Where(row => Lag == TimeSpan.Zero || string.CompareOrdinal(row.GetValueOrDefault("sys_created_on", ""), newest) <= 0)];
    }

    public string Create(string table, IReadOnlyDictionary<string, string> columns, string by)
    {
        var now = Text(_clock.GetUtcNow());
        var number = ++_last;
        var row = new Dictionary<string, string>
        {
            ["sys_id"] = $"{number:x8}c0ffee0000000000000000ab",
            ["number"] = $"{(table == Incident ? "INC" : "REQ")}{10000 + number:D7}",
            ["state"] = "1",
            ["approval"] = "not requested",
            ["active"] = "true",
            ["sys_created_on"] = now,
            ["sys_created_by"] = by,
            ["sys_mod_count"] = "-1",
        };
        _rows[table].Add(row);
        Change(table, row["sys_id"], columns, by);
        return row["sys_id"];
    }

    public void Change(string table, string id, IReadOnlyDictionary<string, string> columns, string by)
    {
        var row = _rows[table].Single(it => it["sys_id"] == id);
        var now = Text(_clock.GetUtcNow());
        foreach (var (column, value) in columns.Where(column => ColumnsOf(table).Contains(column.Key)))
            if (column is "comments" or "work_notes")
                AddEntry(id, column, value, by, now);
            else
                row[column] = value.Length > 4000 ? value[..4000] : value;
        if (columns.GetValueOrDefault("state") is "6")
            row["resolved_at"] = now;
        row["sys_updated_on"] = now;
        row["sys_mod_count"] = (int.Parse(row["sys_mod_count"], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
    }

    internal void Attach(Dictionary<string, string> attachment) => _rows["sys_attachment"].Add(attachment);

    internal static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What people see in a field: comments as one text, times in the user's zone, labels for choices.</summary>
    internal string Shown(IReadOnlyDictionary<string, string> row, string column)
    {
        var value = row.GetValueOrDefault(column, "");
        if (column is "comments" or "work_notes")
            return string.Concat(_rows[Journal].Where(entry => entry["element_id"] == row.GetValueOrDefault("sys_id") && entry["element"] == column)
                .Reverse()
                .Select(entry => $"{Zoned(entry["sys_created_on"])} - {entry["sys_created_by"]} (Additional comments)\n{entry["value"]}\n\n"));

        return column.EndsWith("_on", StringComparison.Ordinal) ? Zoned(value)
            : Labels.TryGetValue(column, out var labels) ? labels.GetValueOrDefault(value, value)
            : value;
    }

    private string Zoned(string time) => DateTimeOffset.TryParse(
        time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Text(at + Zone) : "";

    private void AddEntry(string id, string element, string value, string by, string now)
    {
        if (value.Length > 0)
            _rows[Journal].Add(new()
            {
                ["sys_id"] = $"{++_last:x8}c0ffee0000000000000000ef",
                ["element_id"] = id,
                ["element"] = element,
                ["value"] = value,
                ["sys_created_by"] = by,
                ["sys_created_on"] = now,
            });
    }

    private static string[] Known(string table) => table == Journal
        ? ["sys_id", "element_id", "element", "value", "sys_created_by", "sys_created_on"]
        : ["sys_id"];
}
