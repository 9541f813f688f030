using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>What channels get of a DR event, in the language it was declared in.</summary>
public sealed class Announcements(WordsCatalog words)
{
    private const int LongestReply = 1_500;

    /// <param name="isResent">It is posted once more, as nobody knows whether it had come.</param>
    public Card Draw(RecoveryEvent drEvent, bool isResent = false) =>
        AnnouncementCard.Draw(drEvent, In(drEvent), isResent);

    /// <summary>What is new, for the thread of the announcement; null where nothing is.</summary>
    /// <param name="from">How many lines of the timeline the thread has been told of, or the first card has shown.</param>
    /// <param name="isResent">See <see cref="Draw"/>.</param>
    public string? Reply(RecoveryEvent drEvent, int from, bool isResent = false)
    {
        var lines = drEvent.ForEverybody().Timeline.Skip(from)
            .Where(line => line is not { Kind: TimelineKind.Joined, NeedsApproval: true, Text: null }).ToList();
        if (lines.Count == 0)
            return null;

        var news = lines.Where(line => !string.IsNullOrWhiteSpace(line.Text)).Select(line => $"{Lead(line, drEvent)}{line.Text!.Trim()}");
        return PlainText.Line(
            PlainText.Clip(
                string.Join(
                    " · ",
                    news.Prepend(AnnouncementCard.SummaryOf(drEvent, In(drEvent)))
                        .Prepend(isResent ? In(drEvent)["recovery.resent"] : "")
                        .Where(it => it.Length > 0)),
                LongestReply));
    }

    /// <summary>Whether the first post of an event deserves a notification: the real thing does.</summary>
    public static bool Alerts(RecoveryEvent drEvent) => !drEvent.IsDrill;

    /// <summary>Whether it is marked as important: what cannot wait is, and nothing else.</summary>
    public static bool IsImportant(RecoveryEvent drEvent) => drEvent is { Kind: RecoveryKind.UnplannedFailover, IsOver: false };

    /// <summary>
    /// Whether news deserves a notification: where people have to do something else from now on, or were told something wrong.
    /// </summary>
    /// <param name="from">See <see cref="Reply"/>.</param>
    public static bool Alerts(RecoveryEvent drEvent, int from) =>
        !drEvent.IsDrill
        && drEvent
            .Timeline.Skip(from)
            .Any(line =>
                line.Kind is TimelineKind.Correction
                || (
                    line.Kind is TimelineKind.Step
                    && line.State
                        is RecoveryState.FailoverRunning
                            or RecoveryState.ApplicationValidated
                            or RecoveryState.FailbackRunning
                            or RecoveryState.Closed
                            or RecoveryState.Cancelled
                            or RecoveryState.Rejected));

    private string Lead(TimelineEntry line, RecoveryEvent drEvent) =>
        line.Kind is TimelineKind.Correction ? $"{In(drEvent)["recovery.news.corrects"]} "
        : line.By is { Name.Length: > 0 } by ? $"{by.Name}: "
        : "";

    private Phrases In(RecoveryEvent drEvent) => words.In(drEvent.Language);
}
