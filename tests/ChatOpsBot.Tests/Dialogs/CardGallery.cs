using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Tests.Dialogs;

/// <summary>Every card the bot shows, filled with texts from outside.</summary>
internal static class CardGallery
{
    private static readonly string[] Slots =
        ["object", "lpar", "point_in_time", "when", "user", "pam_profile", "window", "action", "from_lpar", "to_lpar", "unheard of"];

    /// <param name="page">Text of the loaded page: rows, sections, duties.</param>
    /// <param name="typed">Text that people typed: names and values.</param>
    public static IEnumerable<Card> Filled(string page, string typed, Phrases words)
    {
        var matrix = MatrixOf(page);
        var slots = Slots.ToDictionary(slot => slot, _ => typed);
        return
        [
            .. matrix.Rows.SelectMany(row => OfRow(row, matrix, words)),
            AnswerCard.Draw([.. matrix.Rows.Take(3).Select(row => AnsweredRow.Of(row, Party.None))], "restore", matrix, words),
            .. MatrixCard.Pages(matrix, words),
            AskBackCard.DidYouMean(matrix.Rows, Party.Client, words),
            AskBackCard.WhichTask(matrix, Party.None, words),
            WelcomeCard.Draw(PlaceKind.Personal, typed, matrix, words),
            WelcomeCard.Draw(PlaceKind.Channel, typed, matrix, words),
            HelpCard.Draw(PlaceKind.Channel, matrix, words),
            OutsideCard.Draw("licensing", new(page, new("https://example.com")), matrix, words),
            OutsideCard.Draw(null, null, matrix, words),
            RequestSoonCard.Draw("pam", matrix.Rows[0], slots, matrix, words),
            RequestSoonCard.Draw(null, null, slots, matrix, words),
            DeclarationCard.Draw(matrix.Rows[0], slots, matrix, words),
            DeclarationCard.Draw(null, slots, matrix, words),
        ];
    }

    private static IEnumerable<Card> OfRow(Row row, ResponsibilityMatrix matrix, Phrases words) =>
    [
        RowCard.Draw(row, matrix, words),
        .. Enum.GetValues<Party>().Select(party => AnswerCard.Draw([AnsweredRow.Of(row, party)], null, matrix, words)),
    ];

    private static ResponsibilityMatrix MatrixOf(string text) => new()
    {
        Title = text,
        Updated = new(2024, 10, 28),
        Source = new("https://example.com/page"),
        Rows =
        [
            new() { Section = Name(text), Task = Name(text), Party = Party.Both, Duties = [new(Party.Ibm, 1, text), new(Party.Ibm, 2, text), new(Party.Client, 1, text)] },
            new() { Section = Name(text), Task = "Backup and Restore", Party = Party.Client, Duties = [new(Party.Client, 1, text)] },
            new() { Section = Name(text), Task = "Monitoring", Area = Name(text), Party = Party.Ibm, Duties = [] },
            new() { Section = "", Task = "", Party = Party.None, Duties = [] },
        ],
    };

    // Names of rows and sections are short on every page known.
    private static string Name(string text) => PlainText.Clip(text, 120);
}
