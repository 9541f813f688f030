using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>
/// A DR event as it stands at a named time, for a chat where nobody changes the card later. It has the head of the announcement, so a drill
/// looks like one; it tells what channels were told, and not yet what they were not.
/// </summary>
internal static class EventSnapshotCard
{
    public static Card Draw(RecoveryEvent drEvent, DateTimeOffset now, int length, Phrases words)
    {
        var times = new EventTimes(drEvent.Zone, drEvent.DeclaredAt, words);
        return new()
        {
            Summary = AnnouncementCard.SummaryOf(drEvent, words),
            Language = words.Language,
            Body =
            [
                AnnouncementCard.Head(drEvent, words),
                SnapshotLine.Draw(times.InFull(now), words),
                CardLayout.Line(words.Say("search.event.ask", ("key", drEvent.Key))),
                .. drEvent.AnnouncedAt is null
                    ? [CardLayout.Line(words["search.event.unannounced"])]
                    : Announced(drEvent, times, length, words),
            ],
        };
    }

    private static IEnumerable<Element> Announced(RecoveryEvent drEvent, EventTimes times, int length, Phrases words) =>
        [
            .. AnnouncementCard.Update(drEvent, times, words),
            .. length > SearchAnswer.Shortest
                ? [AnnouncementCard.Means(drEvent, words), .. EventNews.DrawLast(drEvent, times, length, words)]
                : Array.Empty<Element>(),
        ];
}
