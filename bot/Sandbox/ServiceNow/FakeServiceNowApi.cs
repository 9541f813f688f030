using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatOpsBot.Sandbox.ServiceNow;

/// <summary>The REST API of a <see cref="FakeServiceNow"/>.</summary>
internal sealed class FakeServiceNowApi(FakeServiceNowTables tables)
{
    private const string Staging = "u_chatopsbot_import";

    private static readonly string[] Closing = ["close_code", "close_notes"];

    public FakeServiceNowAnswer Answer(FakeServiceNowCall call)
    {
        var parts = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["api", "now", ..])
            return FakeServiceNowAnswer.Refused(400, "Requested URI does not represent any resource");
        if (!call.Header("Accept").Contains("json", StringComparison.Ordinal) && call.Header("Accept") is not ("" or "*/*"))
            return FakeServiceNowAnswer.Refused(406, "Invalid accept header");

        return parts[2..] switch
        {
            ["v1", "table", .. var rest] => OfTable(call, rest, isFirstVersion: true),
            ["v2", "table", .. var rest] => OfTable(call, rest, isFirstVersion: false),
            ["table", .. var rest] => OfTable(call, rest, isFirstVersion: false),
            ["import", var staging] => Import(call, staging),
            ["attachment", .. var rest] => OfAttachments(call, rest),
            _ => FakeServiceNowAnswer.Refused(400, "Requested URI does not represent any resource"),
        };
    }

    private FakeServiceNowAnswer OfTable(FakeServiceNowCall call, string[] rest, bool isFirstVersion)
    {
        if (rest is not [var table, ..] || !tables.Has(table))
            return FakeServiceNowAnswer.Refused(400, $"Invalid table {rest.FirstOrDefault()}");

        var isWrite = call.Method is "POST" or "PUT" or "PATCH";
        if (isWrite && !call.Header("Content-Type").StartsWith("application/json", StringComparison.Ordinal))
            return FakeServiceNowAnswer.Refused(415, "Unsupported media type");
        if (isWrite && tables.IsFull)
            return FakeServiceNowAnswer.Refused(403, "Operation Failed", SandboxLimits.Full);
        if (isWrite && call.Json is null)
            return FakeServiceNowAnswer.Refused(400, "Exception while reading request", "The payload is not valid JSON.");

        return (call.Method, rest) switch
        {
            ("GET", [_]) => Query(call, table, isFirstVersion),
            ("POST", [_]) => Create(call, table),
            (_, [_, var id]) when tables.Find(table, id) is null =>
                FakeServiceNowAnswer.Refused(404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval"),
            ("GET", [_, var id]) => FakeServiceNowAnswer.Result(Row(call, table, tables.Find(table, id)!)),
            ("PUT" or "PATCH", [_, var id]) => Change(call, table, id),
            ("DELETE", [_, var id]) => Delete(table, id),
            _ => FakeServiceNowAnswer.Refused(405, "Method not supported"),
        };
    }

    private FakeServiceNowAnswer Query(FakeServiceNowCall call, string table, bool isFirstVersion)
    {
        var query = FakeServiceNowQuery.Parse(call.Query["sysparm_query"].ToString(), tables.ColumnsOf(table));
        var all = query.Of(tables.Searched(table)).ToList();
        if (all.Count == 0 && isFirstVersion)
            return FakeServiceNowAnswer.Refused(404, "No Record found");

        var (limit, offset) = (Number(call, "sysparm_limit", 10_000), Number(call, "sysparm_offset", 0));
        // Counted first, hidden afterwards.
        var page = all.Skip(offset).Take(limit).Where(row => !tables.Hidden.Contains(row.GetValueOrDefault("sys_id", "")));
        List<(string, string)> headers = [("X-Total-Count", all.Count.ToString(CultureInfo.InvariantCulture))];
        if (offset + limit < all.Count)
            headers.Add(("Link", $"<https://elsewhere.example{call.Path}?sysparm_offset={offset + limit}>;rel=\"next\""));
        return FakeServiceNowAnswer.Result(new JsonArray([.. page.Select(row => Row(call, table, row))])) with { Headers = headers };
    }

    private FakeServiceNowAnswer Create(FakeServiceNowCall call, string table)
    {
        var id = tables.Create(table, Columns(call), FakeServiceNow.User);
        return FakeServiceNowAnswer.Result(Row(call, table, tables.Find(table, id)!), 201) with
        {
            Headers = [("Location", $"https://elsewhere.example/api/now/table/{table}/{id}")],
        };
    }

    private FakeServiceNowAnswer Change(FakeServiceNowCall call, string table, string id)
    {
        var columns = Columns(call);
        var now = tables.Find(table, id)!;
        if (table == FakeServiceNowTables.Incident && columns.GetValueOrDefault("state") is "6" or "7"
            && Closing.Any(it => columns.GetValueOrDefault(it, now.GetValueOrDefault(it, "")).Length == 0))
            return FakeServiceNowAnswer.Refused(
                403, "Operation Failed", "Data Policy Exception: The following fields are mandatory: Resolution code, Resolution notes");

        tables.Change(table, id, columns, FakeServiceNow.User);
        return FakeServiceNowAnswer.Result(Row(call, table, tables.Find(table, id)!));
    }

    private FakeServiceNowAnswer Delete(string table, string id)
    {
        tables.Delete(table, id);
        return new(204, null);
    }

    private FakeServiceNowAnswer Import(FakeServiceNowCall call, string staging)
    {
        if (staging != Staging || call.Method != "POST")
            return FakeServiceNowAnswer.Refused(400, $"Invalid staging table {staging}");
        if (tables.IsFull)
            return FakeServiceNowAnswer.Refused(403, "Operation Failed", SandboxLimits.Full);

        var columns = Columns(call);
        var result = new JsonObject { ["transform_map"] = "ChatOpsBot", ["table"] = FakeServiceNowTables.Incident };
        if (columns.GetValueOrDefault("short_description") == "")
            (result["status"], result["error_message"]) = ("error", "Short description is empty");
        else
        {
            var known = tables.Coalesces
                ? tables.Of(FakeServiceNowTables.Incident).FirstOrDefault(row => row["correlation_id"] == columns.GetValueOrDefault("correlation_id"))
                : null;
            if (known is not null)
                tables.Change(FakeServiceNowTables.Incident, known["sys_id"], columns, "import");
            var id = known?["sys_id"] ?? tables.Create(FakeServiceNowTables.Incident, columns, "import");
            (result["status"], result["sys_id"]) = (known is null ? "inserted" : "updated", id);
            result["display_value"] = tables.Find(FakeServiceNowTables.Incident, id)!["number"];
        }

        var body = FakeServiceNowAnswer.Result(new JsonArray(result), 201);
        (body.Body!["import_set"], body.Body["staging_table"]) = ("ISET0010001", staging);
        return body;
    }

    private FakeServiceNowAnswer OfAttachments(FakeServiceNowCall call, string[] rest)
    {
        if (call.Method == "POST" && rest is ["file"])
        {
            if (tables.Of("sys_attachment").Count >= SandboxLimits.Attachments)
                return FakeServiceNowAnswer.Refused(403, "Operation Failed", SandboxLimits.Full);

            var file = new Dictionary<string, string>
            {
                ["sys_id"] = Guid.NewGuid().ToString("N"),
                ["file_name"] = call.Query["file_name"].ToString(),
                ["table_sys_id"] = call.Query["table_sys_id"].ToString(),
                ["content_type"] = call.Header("Content-Type"),
                ["text"] = call.Text,
                ["size_bytes"] = Encoding.UTF8.GetByteCount(call.Text).ToString(CultureInfo.InvariantCulture),
            };
            tables.Attach(file);
            return FakeServiceNowAnswer.Result(Row(call, "sys_attachment", file), 201);
        }

        if (rest.Length == 0)
            return Query(call, "sys_attachment", isFirstVersion: false);

        return tables.Find("sys_attachment", rest[0]) is { } found
            ? rest.Length > 1 ? new(200, JsonValue.Create(found["text"])) : FakeServiceNowAnswer.Result(Row(call, "sys_attachment", found))
            : FakeServiceNowAnswer.Refused(404, "No Record found");
    }

    private JsonObject Row(FakeServiceNowCall call, string table, IReadOnlyDictionary<string, string> row)
    {
        var wanted = call.Query["sysparm_fields"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var columns = tables.ColumnsOf(table);
        var shape = call.Query["sysparm_display_value"].ToString();
        var fields = new JsonObject();
        foreach (var column in wanted.Length == 0 ? [.. columns] : wanted.Where(columns.Contains).ToArray())
        {
            // A journal reads back empty.
            var value = column is "comments" or "work_notes" ? "" : row.GetValueOrDefault(column, "");
            fields[column] = shape switch
            {
                "all" => new JsonObject { ["value"] = value, ["display_value"] = tables.Shown(row, column) },
                "true" => tables.Shown(row, column),
                _ => value,
            };
        }

        return fields;
    }

    // Numbers and truths are written as texts; nothing is a text that is empty.
    private static Dictionary<string, string> Columns(FakeServiceNowCall call) =>
        call.Json!.ToDictionary(it => it.Key, it => it.Value?.ToString() ?? "");

    private static int Number(FakeServiceNowCall call, string name, int otherwise) =>
        int.TryParse(call.Query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
