using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Sandbox.IbmCloud;

/// <summary>The cases of <see cref="FakeIbmCloud"/>, with the rules that IBM has for them. One call after the other.</summary>
internal sealed class FakeCases(TimeProvider clock)
{
    private readonly Lock _one = new();
    private readonly List<FakeCase> _cases = [];
    private DateTimeOffset _last;
    private int _files;

    public IReadOnlyList<FakeCase> All
    {
        get
        {
            lock (_one)
                return [.. _cases];
        }
    }

    /// <summary>Nothing more fits in.</summary>
    public bool IsFull => All.Count >= SandboxLimits.Cases || All.Sum(one => one.Comments.Count) >= SandboxLimits.Comments;

    /// <summary>Severities that the account may ask for.</summary>
    public HashSet<int> Severities { get; } = [1, 2, 3, 4];

    /// <summary>Keys of the offerings that are known.</summary>
    public HashSet<string> Offerings { get; } = [FakeIbmCloud.Offering];

    public string Plan { get; set; } = "Premium";

    public bool IsSearchBehind { get; set; }

    /// <summary>What the address of the next page is made into.</summary>
    public Func<string, string> Link { get; set; } = link => link;

    public FakeCase? Find(string number) => All.FirstOrDefault(one => one.Number == number);

    /// <summary>Does something while nobody else changes a case.</summary>
    public T Alone<T>(Func<T> act)
    {
        lock (_one)
            return act();
    }

    public void Remove(string number)
    {
        lock (_one)
            _cases.RemoveAll(one => one.Number == number);
    }

    /// <summary>Adds one as it is.</summary>
    public FakeCase Add(string subject, string description, int severity, JsonObject? offering, JsonObject by)
    {
        lock (_one)
        {
            var at = Now();
            var made = new FakeCase
            {
                Number = string.Create(CultureInfo.InvariantCulture, $"CS{4_000_001 + _cases.Count}"),
                Subject = subject,
                Description = description,
                Severity = severity,
                Offering = offering,
                CreatedBy = by,
                CreatedAt = at,
                UpdatedAt = at,
                SupportTier = Plan,
                IsListed = !IsSearchBehind,
            };
            _cases.Add(made);
            return made;
        }
    }

    public void Change(FakeCase one, Action change)
    {
        lock (_one)
        {
            change();
            one.UpdatedAt = Now();
        }
    }

    public JsonObject Comment(FakeCase one, string text, JsonObject by)
    {
        JsonObject comment = [];
        Change(one, () =>
        {
            comment = new() { ["value"] = text, ["added_at"] = FakeCase.Time(Now()), ["added_by"] = by.DeepClone() };
            one.Comments.Add(comment);
        });
        return comment;
    }

    public IResult List(HttpRequest request)
    {
        var query = request.Query;
        var (offset, limit) = (Number(query["offset"], 0), Number(query["limit"], 10));
        var search = (string?)query["search"] ?? "";
        var statuses = Split(query["status"]);
        var found = All.Where(one => one.IsListed
            && (one.Subject.Contains(search, StringComparison.OrdinalIgnoreCase) || one.Number == search)
            && (statuses is null || statuses.Contains(Word(one.Status)))).ToList();
        var sort = (string?)query["sort"] ?? "~updated_at";
        var by = found.OrderBy(one => sort.EndsWith("number", StringComparison.Ordinal) ? one.Number : FakeCase.Time(one.UpdatedAt), StringComparer.Ordinal);
        var sorted = sort.StartsWith('~') ? by.Reverse().ToList() : [.. by];
        JsonObject page = new() { ["total_count"] = sorted.Count, ["first"] = LinkTo(0), ["last"] = LinkTo(Math.Max(0, (sorted.Count - 1) / limit * limit)) };
        if (offset + limit < sorted.Count)
            page["next"] = LinkTo(offset + limit);
        if (offset > 0)
            page["previous"] = LinkTo(Math.Max(0, offset - limit));
        page["cases"] = new JsonArray([.. sorted.Skip(offset).Take(limit).Select(one => one.Json(Split(query["fields"])))]);
        return Results.Json(page);

        JsonObject LinkTo(int at) => new()
        {
            ["href"] = Link($"https://support-center.cloud.ibm.com/case-management/v1/cases?offset={at}&limit={limit}&search={search}"),
        };
    }

    public IResult Create(JsonObject wanted)
    {
        var severity = (int?)wanted["severity"] ?? 4;
        var key = (string?)wanted["offering"]?["type"]?["key"] ?? "";
        if ((string?)wanted["subject"] is not { Length: > 0 } subject || (string?)wanted["description"] is not { Length: > 0 } description)
            return Error(400, "The fields subject and description are required.");
        if ((string?)wanted["type"] is not ("technical" or "account_and_access" or "billing_and_invoice" or "sales"))
            return Error(400, "The type is not known.");
        if (Plan is not ("Premium" or "Advanced") && (string?)wanted["type"] == "technical")
            return Error(400, "Your support plan does not include technical cases.");
        if (!Severities.Contains(severity))
            return Error(400, $"Severity {severity} is not allowed for this account.");
        if (!Offerings.Contains(key))
            return Error(400, "The offering is not valid.");
        if (IsFull)
            return Error(400, SandboxLimits.Full);

        var made = Add(subject, description, severity, (JsonObject?)wanted["offering"]?.DeepClone(), FakeIbmCloud.OwnUser);
        // Whoever is not of the account is left out.
        foreach (var user in (wanted["watchlist"] as JsonArray ?? []).OfType<JsonObject>().Where(FakeIbmCloud.IsOfAccount))
            made.Watchlist.Add((JsonObject)user.DeepClone());
        return Results.Json(made.Json());
    }

    public IResult Act(FakeCase one, JsonObject wanted)
    {
        var (action, comment) = ((string?)wanted["action"], (string?)wanted["comment"]);
        var code = (int?)wanted["resolution_code"];
        string? next = (action, one.Status) switch
        {
            ("resolve", "Resolved" or "Closed") => null,
            ("resolve", _) when code is >= 1 and <= 8 => "Resolved",
            ("accept", "Resolution provided") => "Closed",
            ("unresolve", "Resolved" or "Resolution provided") when comment is { Length: > 0 } => "In Progress",
            _ => null,
        };
        if (next is null)
            return Error(400, $"The action {action} is not possible for a case in status {one.Status}.");
        if (comment is { Length: > 0 } && IsFull)
            return Error(400, SandboxLimits.Full);

        Change(one, () => (one.Status, one.Resolution) = (next, next == "Resolved" ? $"code {code}" : one.Resolution));
        if (comment is { Length: > 0 })
            Comment(one, comment, FakeIbmCloud.OwnUser);
        return Results.Json(one.Json());
    }

    public IResult Say(FakeCase one, JsonObject wanted)
    {
        if ((string?)wanted["comment"] is not { Length: > 0 } text)
            return Error(400, "The field comment is required.");
        if (one.Status == "Closed")
            return Error(400, "The case is closed.");
        if (IsFull)
            return Error(400, SandboxLimits.Full);

        if (one.Status == "Waiting on client")
            Change(one, () => one.Status = "In Progress");
        return Results.Json(Comment(one, text, FakeIbmCloud.OwnUser).DeepClone());
    }

    public IResult Attach(FakeCase one, IFormFile file)
    {
        if (one.Attachments.Count >= SandboxLimits.Attachments)
            return Error(400, SandboxLimits.Full);

        var id = $"f-{Interlocked.Increment(ref _files)}";
        JsonObject kept = new()
        {
            ["id"] = id,
            ["filename"] = file.FileName,
            ["size_in_bytes"] = file.Length,
            ["created_at"] = FakeCase.Time(clock.GetUtcNow()),
            ["url"] = $"https://support-center.cloud.ibm.com/case-management/v1/cases/{one.Number}/attachments/{id}",
        };
        Change(one, () => one.Attachments.Add(kept));
        return Results.Json(kept.DeepClone());
    }

    public static IResult Error(int status, string message) => Results.Json(
        new JsonObject
        {
            ["trace"] = "t-1",
            ["errors"] = new JsonArray(new JsonObject { ["code"] = "bad_request", ["message"] = message, ["more_info"] = "" }),
        },
        statusCode: status);

    public static IReadOnlyCollection<string>? Split(string? list) =>
        string.IsNullOrEmpty(list) ? null : list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static string Word(string status) => status.Replace(' ', '_').ToLowerInvariant();

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    // No two changes in the same millisecond, which is all that IBM's times tell.
    private DateTimeOffset Now()
    {
        lock (_one)
        {
            var now = clock.GetUtcNow();
            return _last = now > _last ? now : _last.AddMilliseconds(1);
        }
    }
}
