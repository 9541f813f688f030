using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>
/// Rows of the matrix: first those that the bot would answer with, then those whose text has the words. While nothing is typed all of them,
/// in the order of the page.
/// </summary>
internal sealed class RowSearch(RequestServices services)
{
    // What a search lists is a line; the card has it all.
    private const int LongestDuty = 80;

    public SearchAnswer Answer(SearchQuery query)
    {
        List<AnsweredRow> found =
            query.Text.Length == 0
                ? [.. services.Rows.In(query.Language).Rows.Select(row => AnsweredRow.Of(row, Party.None))]
                : [.. Found(query)];
        return found.Count == 0
            ? new SearchAnswer.Told(
                services.Words.In(query.Language).Say("search.rows.none", ("text", PlainText.Clip(PlainText.Line(query.Text), 60))))
            : SearchAnswer.Of(length => query.Page(found).Select(row => Hit(row, length, query.Language)));
    }

    private IEnumerable<AnsweredRow> Found(SearchQuery query)
    {
        var typed = new TypedWords(query.Text);
        var understood = services
            .Sentences.FindRows(query.Text, query.Language)
            .Select(match => AnsweredRow.Of(services.Rows.Translate(match.Row, query.Language), match.Asked));
        var holding = services
            .Rows.Beside.Prepend(services.Rows.In(query.Language))
            .SelectMany(page => page.Rows)
            .Where(row => typed.Fit(TextsOf(row)))
            .Select(row => AnsweredRow.Of(row, Party.None));
        // Who types the beginning of a row's own name means that row before any other the words may lead to.
        return understood
            .Concat(holding)
            .DistinctBy(answered => answered.Row)
            .OrderByDescending(answered => typed.Fit([answered.Row.Task, answered.Row.Area]));
    }

    private static IEnumerable<string?> TextsOf(Row row) => [row.Task, row.Area, row.Section, .. row.Duties.Select(duty => duty.Text)];

    private SearchHit Hit(AnsweredRow answered, int length, string language)
    {
        var words = services.Words.In(language);
        var card = AnswerCard.DrawToShare(answered, length, services.Rows.PageOf(answered.Row, language), words);
        var lead = words.SayOf("lead", PartySign.KeyOf(answered.Asked));
        return new(card, $"{RowDrawing.TitleOf(answered.Row)}: {lead}", string.Join(" · ", Duties(answered, words)));
    }

    private static IEnumerable<string> Duties(AnsweredRow answered, Phrases words) =>
    [
        .. from side in new[] { Party.Ibm, Party.Client }
           where answered.Asked.HasFlag(side)
           from first in answered.DutiesOf(side).Take(1)
           select $"{RowDrawing.NameOf(side, words)}: {PlainText.Clip(first.Text, LongestDuty)}",
    ];
}
