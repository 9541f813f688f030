using System.Text.Json;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Audit;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>
/// What a new version of a DR event adds to the audit chain: an entry for each line of its timeline, and for what has no line.
/// </summary>
internal static class EventAudit
{
    /// <param name="before">As it was; null for a new one.</param>
    /// <param name="by">Who did what has no line of its own; null for the bot.</param>
    public static IEnumerable<AuditRecord> Of(RecoveryEvent? before, RecoveryEvent next, Person? by, DateTimeOffset at)
    {
        var lines = next.Timeline.Skip(before?.Timeline.Count ?? 0).Select(line => Record(next, at, What(before, next, line)) with
        {
            By = line.By,
            Detail = DetailOf(next, line),
        });
        List<AuditRecord> records = [.. lines];
        if (before?.AnnouncedAt is null && next.AnnouncedAt is not null)
            records.Add(Record(next, at, "announced") with { By = by });
        if (before?.IsOverdue is not true && next.IsOverdue)
            records.Add(Record(next, at, "overdue"));
        return records.Count > 0 ? records : [Record(next, at, before is null ? "declared" : "changed") with { By = by }];
    }

    private static AuditRecord Record(RecoveryEvent drEvent, DateTimeOffset at, string what) =>
        new(AuditSubjects.Event, drEvent.Key, what, at) { Version = drEvent.Version };

    // The words are stored and hashed: they are never renamed.
    private static string What(RecoveryEvent? before, RecoveryEvent next, TimelineEntry line) => line.Kind switch
    {
        TimelineKind.Declared => "declared",
        TimelineKind.Joined => line.Widens ? "widened" : "joined",
        TimelineKind.Update => "updated",
        TimelineKind.Correction => "corrected",
        _ when line.GaveWayTo is not null => "gave-way",
        _ when line.State is RecoveryState.Approved && before?.AloneBecause is null && next.AloneBecause is not null => "acted-alone",
        _ => JsonNamingPolicy.KebabCaseLower.ConvertName(line.State.ToString()),
    };

    private static string? DetailOf(RecoveryEvent drEvent, TimelineEntry line) => line switch
    {
        { GaveWayTo: { } real } => RecoveryKey.Of(real),
        { Kind: TimelineKind.Declared } or { Widens: true } =>
            $"{JsonNamingPolicy.KebabCaseLower.ConvertName(drEvent.Kind.ToString())}; {Systems(drEvent)}{(line.Text is null ? "" : $"; {line.Text}")}",
        { Corrects: { } corrected } => $"line {corrected + 1}: {line.Text}",
        _ => line.Text,
    };

    private static string Systems(RecoveryEvent drEvent) =>
        string.Join(", ", drEvent.Systems.Select(pair => pair.DrSide is null ? pair.Primary : $"{pair.Primary}/{pair.DrSide}"));
}
