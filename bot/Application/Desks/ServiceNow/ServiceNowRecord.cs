using System.Globalization;
using System.Text.Json;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>
/// A row of a table, asked for with <c>sysparm_display_value=all</c>: each field with its value and what people see of it.
/// </summary>
internal sealed record ServiceNowRecord(JsonElement Fields)
{
    public string Id => Value("sys_id");

    /// <summary>When it was changed last, to the second; the distant past where that cannot be read.</summary>
    public DateTimeOffset Updated => TimeOf("sys_updated_on");

    public DateTimeOffset Created => TimeOf("sys_created_on");

    public bool Has(string column) => Fields.TryGetProperty(column, out _);

    /// <returns>Empty where there is none.</returns>
    public string Value(string column) => Read(column, "value");

    public string Shown(string column) => Read(column, "display_value");

    /// <summary>Times are in UTC, whatever zone the user has.</summary>
    public DateTimeOffset TimeOf(string column) => TimeIn(Value(column)) ?? DateTimeOffset.UnixEpoch;

    public static DateTimeOffset? TimeIn(string text) =>
        DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : null;

    public static string Write(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private string Read(string column, string part)
    {
        if (!Fields.TryGetProperty(column, out var field))
            return "";

        return field.ValueKind == JsonValueKind.Object
            ? field.TryGetProperty(part, out var said) || field.TryGetProperty("value", out said) ? Text(said) : ""
            : Text(field);
    }

    private static string Text(JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.String => field.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => field.GetRawText(),
        _ => "",
    };
}
