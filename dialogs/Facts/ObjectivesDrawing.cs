using System.Globalization;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Facts;

/// <summary>Recovery objectives as the system list has them: no page of the provider knows them.</summary>
internal static class ObjectivesDrawing
{
    /// <summary>The vocabulary's name for the subject.</summary>
    public const string Fact = "objectives";

    private const int MostSystems = 10;

    /// <summary>A line for each system that the text names, or for all that have objectives where it names none.</summary>
    public static IEnumerable<Element> Draw(string text, Inventory systems, Phrases words)
    {
        var named = systems.NamedIn(text);
        var told = named.Count > 0 ? named : systems.All.Where(lpar => lpar.Rto is not null || lpar.Rpo is not null);
        var lines = told.Take(MostSystems).Select(lpar => CardLayout.Line(Line(lpar, words))).ToList();
        return lines.Count == 0 ? [] : [CardLayout.Heading(words["fact.system.heading"]), .. lines];
    }

    private static string Line(Lpar lpar, Phrases words) => lpar switch
    {
        { Rto: { } rto, Rpo: { } rpo } => words.Say(
            "fact.system.both", ("lpar", lpar.Name), ("rto", Length(rto, words)), ("rpo", Length(rpo, words))),
        { Rto: { } rto } => words.Say("fact.system.rto", ("lpar", lpar.Name), ("rto", Length(rto, words))),
        { Rpo: { } rpo } => words.Say("fact.system.rpo", ("lpar", lpar.Name), ("rpo", Length(rpo, words))),
        _ => words.Say("fact.system.none", ("lpar", lpar.Name)),
    };

    private static string Length(TimeSpan length, Phrases words)
    {
        var (hours, minutes) = (Number((int)length.TotalHours), Number(length.Minutes));
        return length.TotalHours < 1 ? words.Say("fact.length.minutes", ("minutes", minutes))
            : length.Minutes == 0 ? words.Say("fact.length.hours", ("hours", hours))
            : words.Say("fact.length.mixed", ("hours", hours), ("minutes", minutes));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
