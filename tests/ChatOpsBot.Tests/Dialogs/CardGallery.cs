using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Facts;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.People;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Understanding;
using NodaTime;

namespace ChatOpsBot.Tests.Dialogs;

/// <summary>Every card the bot shows, filled with texts from outside.</summary>
internal static class CardGallery
{
    /// <param name="page">Text of the loaded page: rows, sections, duties.</param>
    /// <param name="typed">Text that people typed: names and values.</param>
    /// <param name="extraRows">Rows beside the few that differ.</param>
    public static IEnumerable<Card> Filled(string page, string typed, Phrases words, int extraRows = 3)
    {
        var matrix = MatrixOf(page, extraRows);
        return
        [
            .. matrix.Rows.DistinctBy(row => (row.Duties.Count, row.Area, row.Task)).SelectMany(row => OfRow(row, matrix, words)),
            AnswerCard.Draw(
                [.. matrix.Rows.TakeLast(AnswerCard.MostRows).Select(row => AnsweredRow.Of(row, Party.None))],
                "restore",
                "severity",
                matrix,
                words),
            .. MatrixPages(matrix, words),
            .. Enum.GetValues<Party>().Where(party => party is Party.Ibm or Party.Client)
                .SelectMany(party => Pages(page => ColumnCard.Draw(party, page, matrix, words))),
            .. Enum.GetValues<DutyListFormat>().Select(format => DutyListCard.Draw(Party.Both, format, matrix, words)),
            AskBackCard.DidYouMean(matrix.Rows, Party.Client, words),
            AskBackCard.WhichTask(matrix, Party.None, words),
            WelcomeCard.Draw(PlaceKind.Personal, typed, matrix, words),
            WelcomeCard.Draw(PlaceKind.Channel, typed, matrix, words),
            HelpCard.Draw(PlaceKind.Channel, RequestCatalog.Ids, [], matrix, words),
            OutsideCard.Draw("licensing", new(page, new("https://example.com")), ["mfa"], KnownElsewhere.Nothing, words),
            OutsideCard.Draw(null, null, [], KnownElsewhere.Nothing, words),
            .. FactCards(matrix, words),
            .. OfPerson(typed, words),
        ];
    }

    public static IEnumerable<Card> MatrixPages(ResponsibilityMatrix matrix, Phrases words) =>
        Pages(page => MatrixCard.Draw(page, matrix, [], words));

    private static IEnumerable<Card> Pages(Func<int, Card?> draw)
    {
        for (var page = 1; draw(page) is { } card; page++)
            yield return card;
    }

    private static IEnumerable<Card> FactCards(ResponsibilityMatrix matrix, Phrases words) =>
        from fact in ProviderPage.Facts.Prepend(null)
        let meaning = new Meaning { Language = words.Language, Intent = Intent.Unknown, Fact = fact }
        let known = KnownElsewhere.About(meaning, "", matrix.Rows.Count > 0 ? matrix.Rows[0] : null, Inventory.Empty, words)
        select OutsideCard.Draw(null, null, ["restore"], known, words);

    private static IEnumerable<Card> OfPerson(string typed, Phrases words)
    {
        var at = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        var all = Enum.GetValues<RecordKind>()
            .SelectMany(kind =>
                Enumerable.Range(0, 20).Select(number => new PersonalRecord(kind, $"{typed} {number}", at, at, IsNamed: true)))
            .ToList();
        var turn = new Turn
        {
            What = new TurnInput.Message(""),
            Who = new(typed, typed),
            Where = new("a:1", PlaceKind.Personal),
            At = at,
            Zone = DateTimeZone.Utc,
            Language = words.Language,
        };
        foreach (var records in new[] { new PersonalRecords(PlainText.Clip(typed, 100), all), new PersonalRecords("aad-ana", []) })
        {
            var says = new RecordWords(words, new(records, new()), turn);
            yield return RecordsCard.Draw(records, says);
            yield return ForgetCard.Ask(records, says);
            yield return ForgetCard.Done(records, says);
            yield return ForgetCard.Kept(says);
            for (var page = 1; RecordsCard.DrawPage(page, records, says) is { } card; page++)
                yield return card;
        }
    }

    private static IEnumerable<Card> OfRow(Row row, ResponsibilityMatrix matrix, Phrases words) =>
    [
        RowCard.Draw(AnsweredRow.Of(row, Party.Client), matrix, words),
        .. Enum.GetValues<Party>().Select(party => AnswerCard.Draw([AnsweredRow.Of(row, party)], null, null, matrix, words)),
    ];

    private static ResponsibilityMatrix MatrixOf(string text, int extraRows) =>
        new()
        {
            Title = text,
            Updated = new(2024, 10, 28),
            Source = new("https://example.com/page"),
            Rows =
            [
                .. Enumerable
                    .Range(0, extraRows)
                    .Select(_ => new Row
                    {
                        Section = Name(text),
                        Task = Name(text),
                        Area = Name(text),
                        Party = Party.Ibm,
                        Duties = [],
                    }),
                new()
                {
                    Section = Name(text),
                    Task = Name(text),
                    Party = Party.Both,
                    Duties = [new(Party.Ibm, 1, text), new(Party.Ibm, 2, text), new(Party.Client, 1, text)],
                },
                new()
                {
                    Section = Name(text),
                    Task = "Backup and Restore",
                    Party = Party.Client,
                    Duties = [new(Party.Client, 1, text)],
                },
                new()
                {
                    Section = Name(text),
                    Task = "Monitoring",
                    Area = Name(text),
                    Party = Party.Ibm,
                    Duties = [],
                },
                new()
                {
                    Section = "",
                    Task = "",
                    Party = Party.None,
                    Duties = [],
                },
            ],
        };

    // Names of rows and sections are short on every page known.
    private static string Name(string text) => PlainText.Clip(text, 120);
}
