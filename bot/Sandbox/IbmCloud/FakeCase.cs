using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatOpsBot.Sandbox.IbmCloud;

/// <summary>A case at <see cref="FakeIbmCloud"/>.</summary>
public sealed class FakeCase
{
    public required string Number { get; init; }

    public required string Subject { get; set; }

    public required string Description { get; init; }

    public required int Severity { get; init; }

    public required JsonObject? Offering { get; init; }

    public required JsonObject CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string Status { get; set; } = "New";

    public string? Resolution { get; set; }

    public string? CloseNotes { get; set; }

    public string SupportTier { get; init; } = "Premium";

    public List<JsonObject> Comments { get; } = [];

    public List<JsonObject> Watchlist { get; } = [];

    public List<JsonObject> Attachments { get; } = [];

    public List<JsonObject> Resources { get; } = [];

    /// <summary>The search and the list know it.</summary>
    public bool IsListed { get; set; } = true;

    /// <summary>The texts of its comments, oldest first.</summary>
    public IReadOnlyList<string> Texts => [.. Comments.Select(comment => (string)comment["value"]!)];

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <param name="fields">Those that are asked for; null for all.</param>
    public JsonObject Json(IReadOnlyCollection<string>? fields = null)
    {
        JsonObject all = new()
        {
            ["number"] = Number,
            ["short_description"] = Subject,
            ["description"] = Description,
            ["created_at"] = Time(CreatedAt),
            ["created_by"] = CreatedBy.DeepClone(),
            ["updated_at"] = Time(UpdatedAt),
            ["updated_by"] = CreatedBy.DeepClone(),
            ["contact_type"] = "Cloud Support Center",
            ["contact"] = CreatedBy.DeepClone(),
            ["status"] = Status,
            ["severity"] = Severity,
            ["support_tier"] = SupportTier,
            ["resolution"] = Resolution ?? "",
            ["close_notes"] = CloseNotes ?? "",
            ["agent_close_only"] = false,
            ["eu"] = new JsonObject { ["support"] = false, ["data_center"] = "" },
            ["watchlist"] = Copy(Watchlist),
            ["attachments"] = Copy(Attachments),
            ["offering"] = Offering?.DeepClone(),
            ["resources"] = Copy(Resources),
            ["comments"] = Copy(Comments),
        };
        foreach (var name in all.Select(pair => pair.Key).Where(name => fields?.Contains(name) is false).ToList())
            all.Remove(name);
        return all;
    }

    private static JsonArray Copy(IEnumerable<JsonObject> items) => new([.. items.Select(item => item.DeepClone())]);
}
