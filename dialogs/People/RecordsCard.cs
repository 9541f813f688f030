using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Dialogs.People;

/// <summary>What is stored about a person: by kind at first, and one by one page after page.</summary>
internal static class RecordsCard
{
    /// <summary>What the buttons carry the number of the page as.</summary>
    public const string Page = "page";

    private const int MostOnPage = 20;

    public static Card Draw(PersonalRecords records, RecordWords says)
    {
        var words = says.Words;
        return new()
        {
            Summary = words.Say("people.summary", ("count", $"{records.All.Count}")),
            Language = words.Language,
            Body =
            [
                CardLayout.Title(words["people.title"]),
                new RichText(new TextRun(words.Say("people.who", ("id", PlainText.Line(records.PersonId))))) { Spacing = Spacing.Small },
                .. records.All.Count == 0 ? [CardLayout.Line(words["people.none"])] : Array.Empty<Element>(),
                .. records
                    .All.GroupBy(record => record.Kind)
                    .OrderBy(kind => kind.Key)
                    .SelectMany(kind => (Element[])[says.Sum(kind), says.About(kind)]),
                CardLayout.Heading(words["people.beside"]),
                CardLayout.Line(words.Say("people.beside.text", ("days", says.Activities))),
                CardLayout.Line(words["people.beside.teams"]),
                .. says.LanguageModel is { } host
                    ? [CardLayout.Line(words.Say("people.beside.model", ("host", host)))]
                    : Array.Empty<Element>(),
            ],
            Actions =
                records.All.Count == 0
                    ? []
                    :
                    [
                        Button("people.button.entries", Verbs.ShowRecords, says, (Page, "1")),
                        Button("people.button.forget", Verbs.AskToForget, says),
                    ],
        };
    }

    /// <returns>Null where there is no such page.</returns>
    public static Card? DrawPage(int page, PersonalRecords records, RecordWords says)
    {
        var pages = CardPages.Split(records.All, MostOnPage, some => Entries(some, 1, 1, says));
        return page >= 1 && page <= pages.Count ? Entries(pages[page - 1], page, pages.Count, says) : null;
    }

    private static Card Entries(IReadOnlyList<PersonalRecord> some, int page, int all, RecordWords says)
    {
        var words = says.Words;
        return new()
        {
            Summary = words.Say("people.entries.summary", ("page", $"{page}"), ("pages", $"{all}")),
            Language = words.Language,
            Body =
            [
                CardLayout.Title(words["people.title"]),
                CardLayout.Line(words.Say("people.entries.summary", ("page", $"{page}"), ("pages", $"{all}"))),
                .. some.Select(says.Line),
                CardLayout.Line(words["people.entries.more"]),
            ],
            Actions =
            [
                .. page > 1 ? [Button("button.previous", Verbs.ShowRecords, says, (Page, $"{page - 1}"))] : Array.Empty<CardAction>(),
                .. page < all ? [Button("button.next", Verbs.ShowRecords, says, (Page, $"{page + 1}"))] : Array.Empty<CardAction>(),
                Button("people.button.sums", Verbs.ShowRecords, says),
            ],
        };
    }

    internal static Execute Button(string title, string verb, RecordWords says, params IReadOnlyList<(string Name, string Value)> pairs) =>
        new(says.Words[title], verb) { Data = pairs.ToDictionary(pair => pair.Name, pair => pair.Value), IgnoresInputs = true };
}
