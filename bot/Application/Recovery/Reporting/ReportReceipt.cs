using System.Text.Json;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>What was done for a report. It is saved: the same report again gets the same receipt.</summary>
/// <param name="Event">Its key, such as <c>DR-3</c>.</param>
/// <param name="Line">The number of its last line, from 1.</param>
/// <param name="Joined">The event was there, and this declaration joined it.</param>
/// <param name="GaveWay">Keys of drills that ended because of it.</param>
/// <param name="NextUpdate">When more is heard, in UTC; null where nothing was promised.</param>
internal sealed record ReportReceipt(
    string Source,
    string Id,
    string Event,
    string State,
    string Kind,
    int Line,
    int Version,
    bool Joined,
    IReadOnlyList<string> GaveWay,
    DateTime? NextUpdate)
{
    public static ReportReceipt Of(Report report, RecoveryChange.Done change) => new(
        report.Source,
        report.Id,
        change.Event.Key,
        WireNames.Of(change.Event.State),
        WireNames.Of(change.Event.Kind),
        change.Event.Timeline.Count,
        change.Event.Version,
        change.HasJoined,
        [.. change.GaveWay.Select(drill => drill.Key)],
        change.Event.NextUpdate?.UtcDateTime);

    /// <exception cref="JsonException">The text was not made by <see cref="KeptReport"/>.</exception>
    public static ReportReceipt Read(string json) => JsonSerializer.Deserialize<ReportReceipt>(json, JsonSerializerOptions.Web)!;
}
