using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>The pieces that every card about a row is made of.</summary>
internal static class RowDrawing
{
    private const int NameLength = 200;

    /// <summary>The row's name as cards show it: with its area where a page has areas.</summary>
    public static string TitleOf(Row row) =>
        PlainText.Clip(row.Area is null ? row.Task : $"{row.Task} · {row.Area}", NameLength);

    /// <summary>The side in words and sign: "◆ IBM".</summary>
    public static string NameOf(Party party, Phrases words) => $"{PartySign.MarkOf(party)} {words.SayOf("party", PartySign.KeyOf(party))}";

    /// <summary>Who does it, unmistakably, which row says so, and what it is where one side does it.</summary>
    /// <param name="confirms">Told first.</param>
    public static Container Lead(
        Row row, Party party, Confirmation confirms, IReadOnlyList<Duty> duties, int length, Phrases words) => new(
    [
        new TextBlock($"{PartySign.MarkOf(party)} {LeadOf(party, confirms, words)}")
        {
            Size = TextSize.Large,
            Weight = TextWeight.Bolder,
            IsHeading = true,
        },
        new RichText(new TextRun(TitleOf(row)) { Weight = TextWeight.Bolder }) { Spacing = Spacing.None },
        .. Lines(duties, length),
    ])
        {
            Style = PartySign.StyleOf(party),
            Bleed = true,
            Spacing = Spacing.Large,
        };

    /// <summary>Who does it, after the yes or no that was asked for.</summary>
    public static string LeadOf(Party party, Confirmation confirms, Phrases words)
    {
        var lead = words.SayOf("lead", PartySign.KeyOf(party));
        return confirms is Confirmation.None ? lead : words.Say($"confirms.{Confirmations.KeyOf(confirms)}", ("lead", lead));
    }

    /// <summary>One side's part, a duty a line.</summary>
    /// <param name="length">Characters for all duties together.</param>
    public static IEnumerable<Element> Part(Party side, IReadOnlyList<Duty> duties, int length, Phrases words)
    {
        yield return CardLayout.Heading($"{PartySign.MarkOf(side)} {words.SayOf("part", PartySign.KeyOf(side))}");
        if (duties.Count == 0)
            yield return new TextBlock(words.SayOf("part.nothing", PartySign.KeyOf(side))) { IsSubtle = true, Spacing = Spacing.Small };
        foreach (var line in Lines(duties, length))
            yield return line;
    }

    /// <summary>Says of another service's page what it is, so that nobody takes its duties for those of the matrix.</summary>
    public static IEnumerable<Element> PageOf(ResponsibilityMatrix matrix, Phrases words)
    {
        if (matrix.Name is null)
            yield break;
        var text = words.Say("page.beside", ("title", PlainText.Clip(matrix.Title, NameLength)));
        yield return new RichText(new TextRun(text) { IsSubtle = true });
    }

    /// <summary>Where it stands: row, section and date of the page.</summary>
    public static RichText Source(Row row, ResponsibilityMatrix matrix, Phrases words)
    {
        var section = PlainText.Clip(row.Section, NameLength);
        var text = matrix.Updated is { } day
            ? words.Say("source.dated", ("row", TitleOf(row)), ("section", section), ("date", words.Date(day)))
            : words.Say("source.undated", ("row", TitleOf(row)), ("section", section));
        return new(new TextRun(text) { Size = TextSize.Small, IsSubtle = true }) { Spacing = Spacing.Medium };
    }

    /// <summary>A duty a line.</summary>
    public static IEnumerable<Element> Lines(IEnumerable<Duty> duties, int length) =>
        Clipped(duties, length).Select(text => new RichText(new TextRun($"• {text}")) { Spacing = Spacing.Small });

    /// <summary>The duties' texts, the last of them cut and the rest left out where they are too long together.</summary>
    public static IEnumerable<string> Clipped(IEnumerable<Duty> duties, int length)
    {
        var left = length;
        foreach (var duty in duties)
        {
            if (left <= 0)
                yield break;
            yield return PlainText.Clip(duty.Text, left);
            left -= duty.Text.Length;
        }
    }
}
