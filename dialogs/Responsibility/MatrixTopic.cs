using System.Globalization;
using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>The whole matrix or one side's column of it, asked for, leafed through or written down.</summary>
public sealed class MatrixTopic(MatrixRows rows, WordsCatalog catalog) : ITopic
{
    public TurnResult? Answer(Turn turn) =>
        turn switch
        {
            { What: TurnInput.Message said, Meaning: { WholeMatrix: true, Intent: Intent.Responsibility } meaning } =>
            [
                Asked(said.Text, meaning.Party, rows.Page(meaning.Page, turn.Language), turn.Language),
            ],
            { What: TurnInput.ButtonPress { Verb: Verbs.ShowMatrix } press } => Pressed(press, Party.Both, turn.Language),
            { What: TurnInput.ButtonPress { Verb: Verbs.ShowColumn } press } => Pressed(press, SideIn(press), turn.Language),
            { What: TurnInput.ButtonPress { Verb: Verbs.ListDuties } press } =>
            [
                List(SideIn(press), FormatIn(press), PageIn(press, turn.Language), turn.Language),
                new Reply.Notice(catalog.In(turn.Language)["notice.list"]),
            ],
            _ => null,
        };

    // "What do we have to do? As CSV, please."
    private Reply Asked(string text, Party side, ResponsibilityMatrix matrix, string language) =>
        IsAskedFor("said.csv", text) ? List(side, DutyListFormat.Csv, matrix, language)
        : IsAskedFor("said.text", text) ? List(side, DutyListFormat.Text, matrix, language)
        : Page(side, 1, matrix, language, card => new Reply.Show(card));

    private bool IsAskedFor(string format, string text) =>
        catalog.InEveryLanguage(format).Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    // Leafing changes the card; the button of another card opens a new one, so that the answer above it stays.
    private TurnResult Pressed(TurnInput.ButtonPress press, Party side, string language)
    {
        var matrix = PageIn(press, language);
        if (!press.Data.TryGetValue(MatrixButtons.Page, out var page))
        {
            var notice = side is Party.Both ? "notice.matrix" : "notice.list";
            return [Page(side, 1, matrix, language, card => new Reply.Show(card)), new Reply.Notice(catalog.In(language)[notice])];
        }

        return
        [
            Page(side, int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 0, matrix, language,
                card => new Reply.Replace(card)),
        ];
    }

    private Reply Page(Party side, int number, ResponsibilityMatrix matrix, string language, Func<Card, Reply> effect)
    {
        var words = catalog.In(language);
        var card = side is Party.Ibm or Party.Client
            ? ColumnCard.Draw(side, number, matrix, words)
            : MatrixCard.Draw(number, matrix, matrix.Name is null ? rows.Beside : [], words);
        return card is null ? new Reply.Notice(words["notice.page"]) : effect(card);
    }

    private Reply.Show List(Party side, DutyListFormat format, ResponsibilityMatrix matrix, string language) =>
        new(DutyListCard.Draw(side is Party.None ? Party.Both : side, format, matrix, catalog.In(language)));

    private ResponsibilityMatrix PageIn(TurnInput.ButtonPress press, string language) =>
        rows.Page(press.Data.GetValueOrDefault(MatrixButtons.Of), language);

    private static Party SideIn(TurnInput.ButtonPress press) =>
        Enum.TryParse<Party>(press.Data.GetValueOrDefault(MatrixButtons.Side), out var side) && Enum.IsDefined(side) ? side : Party.Both;

    private static DutyListFormat FormatIn(TurnInput.ButtonPress press) =>
        press.Data.GetValueOrDefault(MatrixButtons.Format) == nameof(DutyListFormat.Csv) ? DutyListFormat.Csv : DutyListFormat.Text;
}
