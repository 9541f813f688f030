using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>Finds options of a request's choices among the words of a sentence: "full system save of LPAR2" says what is to be saved.</summary>
internal static class SaidOptions
{
    private static readonly char[] Marks = [',', '.', '!', '?', ':', ';', '(', ')', '"', ' ', '\n', '\t'];

    /// <returns>Ids of options by field id. A single word says too little, and words that mean two options say nothing.</returns>
    public static IReadOnlyDictionary<string, string> In(string text, RequestType type, RequestKit kit)
    {
        var sentence = Spaced(text);
        return type.Fields.Where(field => field is IChoices)
            .Select(field => (field.Id, Option: Find(sentence, field, type, kit)))
            .Where(found => found.Option is not null)
            .ToDictionary(found => found.Id, found => found.Option!);
    }

    // The longest phrase wins: "not urgent" is not "urgent".
    private static string? Find(string sentence, Field field, RequestType type, RequestKit kit)
    {
        var found = ((IChoices)field).Options(Answers.None)
            .SelectMany(option => kit.Words.Languages.SelectMany(language => kit.WordsOf(type, language).SaidFor(field, option)).Select(phrase => (Option: option, Phrase: Spaced(phrase))))
            .Where(candidate => candidate.Phrase.Trim().Contains(' ') && sentence.Contains(candidate.Phrase, StringComparison.Ordinal))
            .GroupBy(candidate => candidate.Phrase.Length)
            .MaxBy(same => same.Key)?
            .Select(candidate => candidate.Option)
            .Distinct()
            .ToList();
        return found is [var only] ? only : null;
    }

    private static string Spaced(string text) => $" {string.Join(' ', text.ToLowerInvariant().Split(Marks, StringSplitOptions.RemoveEmptyEntries))} ";
}
