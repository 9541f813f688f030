using System.Globalization;
using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>What was said of a DR event, the newest last. What was wrong stays, struck out, with its correction after it.</summary>
internal static class EventNews
{
    private const int Most = 6;

    public static IReadOnlyList<Element> Draw(RecoveryEvent drEvent, EventTimes times, int length, Phrases words)
    {
        var said = drEvent
            .Timeline.Select((line, at) => (Line: Worded(line, words), At: at))
            .Where(entry => !string.IsNullOrWhiteSpace(entry.Line.Text))
            .ToList();
        if (said.Count == 0)
            return [];

        var wrong = drEvent.Timeline.Select(line => line.Corrects).OfType<int>().ToHashSet();
        return
        [
            CardLayout.Heading(words["recovery.news"]),
            .. said.Count > Most
                ?
                [
                    new TextBlock(words.Say("recovery.news.more", ("count", $"{said.Count - Most}")))
                    {
                        IsSubtle = true,
                        Spacing = Spacing.Small,
                    },
                ]
                : Array.Empty<Element>(),
            .. said.TakeLast(Most).Select(entry => Line(entry.Line, wrong.Contains(entry.At), times, length, words)),
        ];
    }

    /// <summary>What was said last, and nothing before it.</summary>
    public static IEnumerable<Element> DrawLast(RecoveryEvent drEvent, EventTimes times, int length, Phrases words) =>
        drEvent.Timeline.Select(line => Worded(line, words)).LastOrDefault(line => !string.IsNullOrWhiteSpace(line.Text)) is { } last
            ? [CardLayout.Heading(words["recovery.news"]), Line(last, isWrong: false, times, length, words)]
            : [];

    private static TimelineEntry Worded(TimelineEntry line, Phrases words) =>
        line.GaveWayTo is { } number
            ? line with
            {
                Text = words.Say("recovery.news.gave_way", ("number", number.ToString(CultureInfo.InvariantCulture))),
            }
            : line;

    private static RichText Line(TimelineEntry line, bool isWrong, EventTimes times, int length, Phrases words) =>
        new([
            new TextRun(Lead(line, times)) { IsSubtle = true },
            .. line.Corrects is null
                ? Array.Empty<TextRun>()
                : [new TextRun(words["recovery.news.corrects"] + " ") { Weight = TextWeight.Bolder }],
            new TextRun(PlainText.Quoted(PlainText.Clip(line.Text!, length)))
            {
                IsStruck = isWrong,
                Weight = line.Corrects is null ? TextWeight.Default : TextWeight.Bolder,
            },
            .. isWrong ? [new TextRun($" ({words["recovery.news.wrong"]})") { IsSubtle = true }] : Array.Empty<TextRun>(),
        ])
        {
            Spacing = Spacing.Small,
        };

    private static string Lead(TimelineEntry line, EventTimes times) =>
        line.By is { Name.Length: > 0 } by ? $"{times.Short(line.At)} {PlainText.Line(by.Name)}: " : $"{times.Short(line.At)}: ";
}
