using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>"Who handles X?": answers from the matrix, or asks back when the row is not certain.</summary>
public sealed class WhoHandlesTopic(MatrixRows rows, WordsCatalog catalog) : ITopic
{
    public TurnResult? Answer(Turn turn) =>
        turn switch
        {
            { What: TurnInput.ButtonPress { Verb: Verbs.ShowAnswer } press } => Pressed(press, turn.Language, Answered),
            { What: TurnInput.ButtonPress { Verb: Verbs.ShowRow } press } => Pressed(press, turn.Language, WholeRow),
            { What: TurnInput.Message, Meaning: { Intent: Intent.Responsibility } meaning } => Said(meaning, turn.Language),
            { What: TurnInput.Message, Meaning: { Intent: Intent.Unknown, Outside: null, DidYouMean.Count: > 0 } meaning } => AskBack(
                meaning, turn.Language),
            _ => null,
        };

    private TurnResult Said(Meaning meaning, string language)
    {
        if (meaning.Rows.Count == 0)
            return AskBack(meaning, language);

        var answered = meaning.Rows.Take(AnswerCard.MostRows)
            .Select(row => AnsweredRow.Of(meaning, row, rows.Translate(row, language)))
            .ToList();
        var card = AnswerCard.Draw(answered, meaning.Request, meaning.Fact, rows.PageOf(answered[0].Row, language), catalog.In(language));
        return [new Reply.Show(card), Remember(answered, language)];
    }

    private TurnResult AskBack(Meaning meaning, string language)
    {
        var words = catalog.In(language);
        var card = meaning.DidYouMean.Count > 0
            ? AskBackCard.DidYouMean([.. meaning.DidYouMean.Select(row => rows.Translate(row, language))], meaning.Party, words)
            : AskBackCard.WhichTask(rows.Page(meaning.Page, language), meaning.Party, words);
        if (meaning.DidYouMean.Count == 0)
            return [new Reply.Show(card)];

        // "Who is responsible for that?" is about what was asked, whether or not it was clear.
        var asked = meaning.DidYouMean.Take(AnswerCard.MostRows).Select(row => rows.Translate(row, language).Name());
        return [new Reply.Show(card), new LastAnswer([.. asked], meaning.Party, language)];
    }

    private TurnResult Pressed(TurnInput.ButtonPress press, string language, Func<AnsweredRow, string, Card> draw)
    {
        if (RowReference.NameIn(press.Data) is not { } name || rows.Find(name, language) is not { } row)
            return [new Reply.Notice(catalog.In(language)["notice.row"])];

        var answered = AnsweredRow.Of(row, RowReference.AskedIn(press.Data)) with { Touched = RowReference.TouchedIn(press.Data, row) };
        return [new Reply.Replace(draw(answered, language)), Remember([answered], language)];
    }

    private Card Answered(AnsweredRow row, string language) =>
        AnswerCard.Draw([row], null, null, rows.PageOf(row.Row, language), catalog.In(language));

    private Card WholeRow(AnsweredRow row, string language) => RowCard.Draw(row, rows.PageOf(row.Row, language), catalog.In(language));

    private static LastAnswer Remember(List<AnsweredRow> answered, string language) =>
        new([.. answered.Select(row => row.Row.Name())], answered[0].Asked, language);
}
