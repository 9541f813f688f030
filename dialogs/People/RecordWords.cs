using System.Globalization;
using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Dialogs.People;

/// <summary>Words for what is stored about the person of a turn.</summary>
internal sealed class RecordWords(Phrases words, PersonalDataContext sight, Turn turn)
{
    private const int LongestName = 60;

    public Phrases Words => words;

    public string? LanguageModel => sight.LanguageModel;

    public string Activities => Days(sight.Kept.Activities);

    /// <summary>"Drafts: 3".</summary>
    public Element Sum(IGrouping<RecordKind, PersonalRecord> kind) => new RichText(new TextRun(Count(kind)) { Weight = TextWeight.Bolder })
    {
        Spacing = Spacing.Medium,
    };

    /// <summary>The same as an item below a heading, with their names where they have any.</summary>
    /// <param name="most">How many names are given.</param>
    public Element Item(IGrouping<RecordKind, PersonalRecord> kind, int most, bool withTime) => new RichText(
        new TextRun($"• {Count(kind)}"),
        new TextRun(Names(kind, most) is { Length: > 0 } names ? $" {names}" : ""),
        new TextRun(withTime ? $" · {Kept(kind.Key)}" : "") { IsSubtle = true })
    {
        Spacing = Spacing.Small,
    };

    /// <summary>Since when, what it is, who can see it, and for how long.</summary>
    public FactSet About(IGrouping<RecordKind, PersonalRecord> kind) => new(
        Since(kind),
        new(words["people.fact.what"], words[$"people.what.{kind.Key}"]),
        new(words["people.fact.seen"], words[$"people.seen.{kind.Key}"]),
        new(words["people.fact.kept"], Kept(kind.Key)))
    {
        Spacing = Spacing.Small,
    };

    // A reminder has not begun: it is still to come.
    private Fact Since(IGrouping<RecordKind, PersonalRecord> kind) => kind.Key is RecordKind.Reminder
        ? new(words["people.fact.due"], Time(kind.Min(record => record.At)))
        : new(words["people.fact.since"], Time(kind.Min(record => record.Begun)));

    /// <summary>Until when records of a kind are kept.</summary>
    public string Kept(RecordKind kind) => words.Fill($"people.kept.{kind}", new Dictionary<string, string>
    {
        ["requests"] = Days(sight.Kept.Requests),
        ["events"] = Days(sight.Kept.Events),
        ["drafts"] = Days(sight.Kept.Drafts),
        ["places"] = Days(sight.Kept.LeftPlaces),
    });

    /// <summary>A record by itself.</summary>
    public ColumnSet Line(PersonalRecord record)
    {
        var what = words[$"people.one.{record.Kind}"];
        var name = new TextRun(record.Name.Length == 0 ? what : $"{what} {Short(record.Name)}") { Weight = TextWeight.Bolder };
        return new(
            new Column(new RichText(name)) { Stretches = true },
            new Column(new RichText(new TextRun(Time(record.At)))) { Stretches = true })
        {
            Spacing = Spacing.Small,
        };
    }

    private static string Short(string name) => PlainText.Clip(PlainText.Line(name), LongestName);

    private static string Names(IEnumerable<PersonalRecord> records, int most)
    {
        var names = records.Select(record => record.Name).Where(name => name.Length > 0).Distinct().ToList();
        return string.Join(", ", names.Take(most).Select(Short)) + (names.Count > most ? ", …" : "");
    }

    private string Time(DateTimeOffset at) => new EventTimes(turn.Zone.Id, at, words).InFull(at);

    private string Count(IGrouping<RecordKind, PersonalRecord> kind) => words.Say($"people.kind.{kind.Key}", ("count", $"{kind.Count()}"));

    private static string Days(TimeSpan span) => span.TotalDays.ToString("0.#", CultureInfo.InvariantCulture);
}
