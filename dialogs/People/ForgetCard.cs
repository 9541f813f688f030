using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Dialogs.People;

/// <summary>What goes, what loses the name and what stays for now, before somebody is forgotten and after it.</summary>
internal static class ForgetCard
{
    /// <summary>What the button carries the mark of what was shown as.</summary>
    public const string Mark = "mark";

    /// <summary>Longer lists of names end in an ellipsis.</summary>
    private const int MostNames = 12;

    /// <param name="said">What is said at its top; null where it is asked for the first time.</param>
    public static Card Ask(PersonalRecords records, RecordWords says, string? said = null) =>
        CardPages.Most(
            MostNames,
            most =>
                Draw(
                    says.Words["people.forget.title"],
                    [
                        .. said is null ? Array.Empty<Element>() : [CardLayout.Line(said)],
                        .. records.CanBeForgotten
                            ? Fates(records, says, "people.forget.goes", most)
                            : [CardLayout.Line(says.Words["people.forget.nothing"]), .. Rest(records, says, most)],
                        .. records.CanBeForgotten
                            ? [CardLayout.Line(says.Words["people.beside.teams"]), CardLayout.Line(says.Words["people.forget.after"])]
                            : Array.Empty<Element>(),
                    ],
                    says) with
                {
                    Actions = records.CanBeForgotten
                        ?
                        [
                            RecordsCard.Button("people.button.yes", Verbs.Forget, says, (Mark, records.Mark)),
                            RecordsCard.Button("people.button.keep", Verbs.KeepRecords, says),
                        ]
                        : [],
                });

    /// <param name="before">What was there until now.</param>
    public static Card Done(PersonalRecords before, RecordWords says) =>
        CardPages.Most(
            MostNames,
            most =>
                Draw(
                    says.Words["people.forgotten.title"],
                    [.. Fates(before, says, "people.forgotten.gone", most), CardLayout.Line(says.Words["people.forgotten.after"])],
                    says));

    public static Card Kept(RecordWords says) => Draw(says.Words["people.unforgotten"], [], says);

    private static Card Draw(string title, IReadOnlyList<Element> body, RecordWords says) => new()
    {
        Summary = title,
        Language = says.Words.Language,
        Body = [CardLayout.Title(title), .. body],
    };

    private static IEnumerable<Element> Fates(PersonalRecords records, RecordWords says, string goes, int most) =>
        [.. Part(goes, records.Of(RecordFate.Goes), says, most, withReason: false), .. Rest(records, says, most)];

    private static IEnumerable<Element> Rest(PersonalRecords records, RecordWords says, int most) =>
    [
        .. Part("people.forget.stays", records.Of(RecordFate.LosesName), says, most, withReason: true),
        .. Part("people.forget.open", records.Of(RecordFate.StaysForNow), says, most, withReason: false),
    ];

    private static IEnumerable<Element> Part(
        string heading, IReadOnlyList<PersonalRecord> records, RecordWords says, int most, bool withReason)
    {
        if (records.Count == 0)
            yield break;

        yield return CardLayout.Heading(says.Words[heading]);
        foreach (var kind in records.GroupBy(record => record.Kind).OrderBy(kind => kind.Key))
            yield return says.Item(kind, most, withReason);
    }
}
