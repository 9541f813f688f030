using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatOpsBot.Host.Health;

/// <summary>
/// What a health endpoint answers: one word, or JSON for whoever accepts that. Names and counts alone, for anybody may ask.
/// </summary>
internal static class HealthReply
{
    private const string Json = "application/json";

    public static Task WriteAsync(HttpContext http, HealthReport report)
    {
        if (!http.Request.Headers.Accept.Any(accepted => accepted?.Contains(Json, StringComparison.OrdinalIgnoreCase) is true))
        {
            http.Response.ContentType = "text/plain";
            return http.Response.WriteAsync(report.Status.ToString(), http.RequestAborted);
        }

        http.Response.ContentType = Json;
        var checks = report.Entries.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Check(entry.Value)));
        return http.Response.WriteAsync(
            new JsonObject { ["status"] = report.Status.ToString(), ["checks"] = new JsonObject(checks) }.ToJsonString(),
            http.RequestAborted);
    }

    private static JsonObject Check(HealthReportEntry entry)
    {
        var check = new JsonObject { ["status"] = entry.Status.ToString() };
        foreach (var (name, value) in entry.Data)
            check[name] = JsonValue.Create(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
        return check;
    }
}
