using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>
/// Rows of the matrix: first those that the bot would answer with, then those whose text has the words. While nothing is typed all of them,
/// in the order of the page.
/// </summary>
internal sealed class RowSearch(RequestKit kit)
{
    public SearchAnswer Answer(SearchQuery query)
    {
        List<AnsweredRow> found = query.Text.Length == 0 ? [.. kit.Rows.In(query.Language).Rows.Select(row => AnsweredRow.Of(row, Party.None))] : [.. Found(query)];
        return found.Count == 0
            ? new SearchAnswer.Told(kit.Words.In(query.Language).Say("search.rows.none", ("text", PlainText.Clip(PlainText.Line(query.Text), 60))))
            : SearchAnswer.Of(length => query.Page(found).Select(row => Hit(row, length, query.Language)));
    }

    private IEnumerable<AnsweredRow> Found(SearchQuery query)
    {
        var typed = new TypedWords(query.Text);
        var understood = kit.Sentences.FindRows(query.Text, query.Language).Select(match => AnsweredRow.Of(kit.Rows.Translate(match.Row, query.Language), match.Asked));
        var holding = kit.Rows.In(query.Language).Rows.Where(row => typed.Fit(TextsOf(row))).Select(row => AnsweredRow.Of(row, Party.None));
        return understood.Concat(holding).DistinctBy(answered => answered.Row);
    }

    private static IEnumerable<string?> TextsOf(Row row) => [row.Task, row.Area, row.Section, .. row.Duties.Select(duty => duty.Text)];

    private SearchHit Hit(AnsweredRow answered, int length, string language)
    {
        var words = kit.Words.In(language);
        var lead = words.SayOf("lead", PartySign.KeyOf(answered.Asked));
        var first = answered.DutiesOf(answered.Asked) is [var duty, ..] ? $" · {duty.Text}" : "";
        return new(AnswerCard.DrawToShare(answered, length, kit.Rows.In(language), words), RowDrawing.TitleOf(answered.Row), $"{PartySign.MarkOf(answered.Asked)} {lead}{first}");
    }
}
