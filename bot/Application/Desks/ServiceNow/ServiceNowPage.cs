using System.Text.Json;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>What the instance answered, as far as it could be read.</summary>
/// <param name="HasNext">There are more rows.</param>
internal sealed record ServiceNowPage(JsonElement Result, bool HasNext)
{
    /// <summary>Empty for anything but a list.</summary>
    public IReadOnlyList<ServiceNowRecord> Rows => Result.ValueKind == JsonValueKind.Array
        ? [.. Result.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object).Select(row => new ServiceNowRecord(row))]
        : [];

    /// <summary>Null for anything but one record.</summary>
    public ServiceNowRecord? Record => Result.ValueKind == JsonValueKind.Object ? new(Result) : null;
}
