using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Help;
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
    public static Card Draw(RecoveryEvent happening, DateTimeOffset now, int length, Phrases words)
    {
        var times = new EventTimes(happening.Zone, happening.DeclaredAt, words);
        return new()
        {
            Summary = AnnouncementCard.Gist(happening, words),
            Language = words.Language,
            Body =
            [
                AnnouncementCard.Head(happening, words),
                SnapshotLine.Draw(times.InFull(now), words),
                HelpDrawing.Line(words.Say("search.event.ask", ("key", happening.Key))),
                .. happening.AnnouncedAt is null ? [HelpDrawing.Line(words["search.event.unannounced"])] : Announced(happening, times, length, words),
            ],
        };
    }

    private static IEnumerable<Element> Announced(RecoveryEvent happening, EventTimes times, int length, Phrases words) =>
    [
        .. AnnouncementCard.Update(happening, times, words),
        .. length > SearchAnswer.Shortest ? [.. AnnouncementCard.Means(happening, words), .. EventNews.DrawLast(happening, times, length, words)] : Array.Empty<Element>(),
    ];
}
