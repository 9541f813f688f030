using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>What a sentence says of a request that is known by its own words alone, by field id.</summary>
internal static class SentenceAnswers
{
    public static IReadOnlyDictionary<string, string> Of(string sentence, RequestType type, string language, RequestServices services)
    {
        var given = new Dictionary<string, string>();
        var words = services.WordsOf(type, language);
        // An address is no name of a system, nor is a word in it an answer.
        foreach (var field in type.Fields.OfType<TextField>())
        {
            if (field.Form?.FindIn(sentence) is not { } text)
                continue;
            given[field.Id] = text;
            sentence = sentence.Replace(text, " ", StringComparison.Ordinal);
        }

        foreach (var field in type.Fields.Where(field => field is IChoices { ReadFromSentence: true }))
        {
            if (Heard(field, sentence, words) is { } option)
                given[field.Id] = option;
        }

        foreach (var (field, text) in type.FromSlots(services.Sentences.ReadSlots(sentence, type.Id, language, services.Systems.Names)))
            given.TryAdd(field, text);
        return given;
    }

    /// <summary>Both, where a name or a time that was read goes before an option.</summary>
    public static IReadOnlyDictionary<string, string> With(
        IReadOnlyDictionary<string, string> options, IReadOnlyDictionary<string, string> values)
    {
        var given = new Dictionary<string, string>(options);
        foreach (var (field, text) in values)
            given[field] = text;
        return given;
    }

    /// <summary>The one option whose words the sentence says beside those that name the request; null for none and for several.</summary>
    public static string? Heard(Field field, string sentence, TypeWords words)
    {
        var said = words
            .Asked.Concat(words.About)
            .OrderByDescending(phrase => phrase.Length)
            .Aggregate(SaidWords.Of(sentence), (rest, phrase) => rest.Without(phrase));
        // "Turn off MFA on LPAR1" says "turn off"; words that stand apart count where none stand together.
        var heard = Options(field, words, said.Say);
        return Outright(heard.Count > 0 ? heard : Options(field, words, said.Hold));
    }

    private static List<(string Option, string Phrase)> Options(Field field, TypeWords words, Func<string, bool> isSaid) =>
    [
        .. from option in ((IChoices)field).Options(Answers.None)
           from phrase in words.SaidFor(field, option).Append(words.Option(field, option))
           where isSaid(phrase)
           select (option, phrase),
    ];

    // "At login and swap" says "login" and "swap" as well: the phrase that holds all others is meant.
    private static string? Outright(List<(string Option, string Phrase)> heard) => heard
        .Where(most => heard.All(other => other.Option == most.Option || SaidWords.Of(most.Phrase).Hold(other.Phrase)))
        .Select(most => most.Option)
        .FirstOrDefault();
}
