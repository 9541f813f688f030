using System.Globalization;
using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>Who got an announcement: the counts, and the channels one by one, those worth a look first.</summary>
internal static class DeliveriesCard
{
    private const int Most = 20;
    private static readonly string[] Missing = ["Waiting", "Unknown", "Failed"];

    public static Card Draw(RecoveryEvent drEvent, DeliveryStatus sheet, Phrases words) =>
        CardPages.Most(
            Most,
            most => new Card
            {
                Summary = words.Say(
                    "event.deliveries.summary", ("key", drEvent.Key), ("done", $"{sheet.Sent + sheet.Updated}"), ("all", $"{sheet.All}")),
                Language = words.Language,
                Body =
                [
                    CardLayout.Title(words.Say("event.deliveries.title", ("key", drEvent.Key))),
                    .. Sums(drEvent, sheet, words),
                    .. sheet.Lines.Take(most).Select(line => Line(line, drEvent, words)),
                    .. sheet is { All: > 0, Lines.Count: 0 } ? [CardLayout.Line(words["event.deliveries.names"])] : Array.Empty<Element>(),
                    .. sheet.All > most && sheet.Lines.Count > 0
                        ?
                        [
                            CardLayout.Line(
                                words.Say(
                                    "event.deliveries.more",
                                    ("count", $"{sheet.All - Math.Min(most, sheet.Lines.Count)}"),
                                    ("key", drEvent.Key))),
                        ]
                        : Array.Empty<Element>(),
                ],
            });

    private static IEnumerable<Element> Sums(RecoveryEvent drEvent, DeliveryStatus sheet, Phrases words)
    {
        if (drEvent.AnnouncedAt is null)
            return [CardLayout.Line(words["event.deliveries.draft"])];
        if (sheet.All == 0)
            return [new RichText(new TextRun(words.Say("event.deliveries.none", ("systems", AnnouncementCard.Names(drEvent.Names)))))];

        // However often it was updated since, a channel has it.
        var have = words.Say("event.deliveries.have", ("done", $"{sheet.Sent + sheet.Updated}"), ("all", $"{sheet.All}"));
        int[] counts = [sheet.Waiting, sheet.Unknown, sheet.Failed];
        var missing = Missing.Zip(counts).Where(it => it.Second > 0)
            .Select(it => new Fact(words[$"event.deliveries.state.{it.First}"], it.Second.ToString(CultureInfo.InvariantCulture)))
            .ToList();
        return
        [
            new TextBlock(have) { Weight = TextWeight.Bolder },
            .. missing.Count == 0 ? Array.Empty<Element>() : [new FactSet(missing)],
        ];
    }

    private static Container Line(DeliveryLine line, RecoveryEvent drEvent, Phrases words)
    {
        var times = new EventTimes(drEvent.Zone, drEvent.DeclaredAt, words);
        List<string> parts = [words[$"event.deliveries.state.{line.State}"]];
        if (line.At is { } at)
            parts[0] += $" {times.Short(at)}";
        if (line.IsBehind && line.State is "Sent" or "Updated")
            parts.Add(words["event.deliveries.behind"]);
        if (line.Resent > 0)
            parts.Add(
                line.Resent == 1 ? words["event.deliveries.resent.once"] : words.Say("event.deliveries.resent", ("times", $"{line.Resent}")));
        if (line.Why is { } why)
            parts.Add(words.Find($"event.deliveries.why.{why}") ?? words.Say("event.deliveries.why.general", ("code", why)));
        var isBad = line.State is "Failed" or "Unknown";
        var sign = isBad ? '✖' : line.State is "Waiting" ? '○' : '✔';
        var place = string.Join(" › ", new[] { line.Team, line.Channel ?? words["event.deliveries.general"] }.OfType<string>());
        // Names of channels can be too long for a column of a phone.
        return new(
            new RichText(new TextRun($"{sign} {PlainText.Line(place)}") { Weight = TextWeight.Bolder }),
            new RichText(new TextRun(string.Join("; ", parts)) { Color = isBad ? TextColor.Attention : TextColor.Default })
            {
                Spacing = Spacing.None,
            })
        {
            Spacing = Spacing.Small,
        };
    }
}
