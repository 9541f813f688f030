using System.Globalization;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>The whole matrix, asked for or leafed through.</summary>
public sealed class MatrixTopic(MatrixRows rows, WordsCatalog catalog) : ITopic
{
    public TurnResult? Answer(Turn turn) =>
        turn switch
        {
            { What: TurnInput.Message, Meaning: { WholeMatrix: true, Intent: Intent.Responsibility } } =>
            [
                Page(1, turn.Language, card => new Reply.Show(card)),
            ],
            { What: TurnInput.ButtonPress { Verb: Verbs.ShowMatrix } press } => Pressed(press, turn.Language),
            _ => null,
        };

    // Leafing changes the card; the button of another card opens a new one, so that the answer above it stays.
    private TurnResult Pressed(TurnInput.ButtonPress press, string language)
    {
        if (!press.Data.TryGetValue(MatrixButtons.Page, out var page))
            return [Page(1, language, card => new Reply.Show(card)), new Reply.Notice(catalog.In(language)["notice.matrix"])];
        return
        [
            Page(int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 0, language, card => new Reply.Replace(card)),
        ];
    }

    private Reply Page(int number, string language, Func<Cards.Card, Reply> effect)
    {
        var words = catalog.In(language);
        return MatrixCard.Draw(number, rows.In(language), words) is { } card ? effect(card) : new Reply.Notice(words["notice.page"]);
    }
}
