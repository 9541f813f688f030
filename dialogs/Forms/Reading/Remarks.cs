using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>
/// Tells a line about something else from one that changes an answer: "the batch failed at 3pm" names a time and means no restore point.
/// </summary>
internal sealed class Remarks(TypeWords words, RequestServices services)
{
    private const int MostOtherWords = 1;

    private static readonly char[] Blanks = [' ', ',', '.', ';', ':', '!', '?', '(', ')', '"', '/'];

    private static readonly string[] SmallWords = ["forms.say.in_sentences", "forms.correct.lead", "forms.correct.filler", "forms.also"];

    /// <param name="values">What was found in the line.</param>
    /// <returns>More is said than the values and what the field is called.</returns>
    public bool IsOne(string line, IEnumerable<string> values, Field field)
    {
        var rest = values.SelectMany(value => value.Split(Blanks)).Where(value => value.Length > 0)
            .Concat(words.InEveryLanguage.SelectMany(language => language.Names(field).Append(language.Label(field))))
            .OrderByDescending(known => known.Length)
            .Aggregate(SaidWords.Of(line), (said, known) => said.Without(known));
        return rest.Words.Count(word => word.Any(char.IsLetter) && !IsSmall(word)) > MostOtherWords;
    }

    private bool IsSmall(string word) => services.Courtesy.Trim(word).Length == 0
        || SmallWords.Any(key => services.Words.InEveryLanguage(key).Any(phrase => phrase.Split(' ').Contains(word)));
}
