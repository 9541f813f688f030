using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>
/// Finds options of a request's choices among the words of a sentence: "full system save of LPAR2" says what is to be saved.
/// </summary>
internal static class SaidOptions
{
    private const string Object = "object";
    private const int ShortestJapanese = 3;
    private static readonly string[] Between = [", "];

    /// <summary>The slots of a sentence and the options it says, by slot and by field id.</summary>
    public static IReadOnlyDictionary<string, string> With(
        IReadOnlyDictionary<string, string> slots,
        string text,
        RequestType type,
        RequestServices services) => SentenceAnswers.With(In(text, type, services, slots.GetValueOrDefault(Object)), slots);

    /// <param name="thing">What the sentence is about: "file CUSTMAST" says what kind of thing it is.</param>
    /// <returns>
    /// Ids of options by field id. A single word says too little where it neither stands beside the thing nor is all that was said, and
    /// words that mean two options say nothing.
    /// </returns>
    public static IReadOnlyDictionary<string, string> In(string text, RequestType type, RequestServices services, string? thing = null)
    {
        var sentence = SaidWords.Of(text);
        var names = thing?.Split(Between, StringSplitOptions.None) ?? [];
        return type.Fields.Where(field => field is IChoices)
            .Select(field => (field.Id, Option: Find(sentence, field, field.Decides ? names : [], type, services)))
            .Where(found => found.Option is not null)
            .ToDictionary(found => found.Id, found => found.Option!);
    }

    // The longest phrase wins: "not urgent" is not "urgent".
    private static string? Find(SaidWords sentence, Field field, string[] names, RequestType type, RequestServices services)
    {
        var found = ((IChoices)field)
            .Options(Answers.None)
            .SelectMany(option =>
                services.Words.Languages.SelectMany(language => services.WordsOf(type, language).SaidFor(field, option))
                    .Select(phrase => (Option: option, Phrase: phrase)))
            .Where(candidate =>
                (IsDistinct(candidate.Phrase) && sentence.Say(candidate.Phrase))
                || IsBeside(names, candidate.Phrase, sentence)
                || (field.Decides && sentence.Is(candidate.Phrase)))
            .GroupBy(candidate => candidate.Phrase.Length)
            .MaxBy(same => same.Key)?
            .Select(candidate => candidate.Option)
            .Distinct()
            .ToList();
        return found is [var only] ? only : null;
    }

    // Several words, or one of a language that puts no blanks between them.
    private static bool IsDistinct(string phrase) =>
        phrase.Contains(' ', StringComparison.Ordinal) || (SaidWords.IsUnspaced(phrase[0]) && phrase.Length >= ShortestJapanese);

    private static bool IsBeside(string[] names, string phrase, SaidWords sentence) =>
        names.Length > 0 && (sentence.Say($"{phrase} {names[0]}") || sentence.Say($"{names[^1]} {phrase}"));
}
