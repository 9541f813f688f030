using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>A request that a sentence asks for: by what it was understood to mean, or by the words of a type's own.</summary>
/// <param name="Given">What it says of the request, by field id.</param>
internal sealed record RequestIntent(RequestType Type, IReadOnlyDictionary<string, string> Given)
{
    private static readonly char[] ClauseEnds = [',', '.', ':', ';'];

    public static RequestIntent? Read(string text, Turn turn, RequestServices services)
    {
        var meant = turn.Meaning is { Intent: Intent.Request or Intent.DrEvent } meaning && services.Find(meaning.Request) is { } type
            ? new RequestIntent(type, Said(text, type, meaning.Slots, services))
            : null;
        // A type's own words say more than what the vocabulary makes of a word that it does not know.
        return InOwnWords(text, turn, services) is { } own && own != meant?.Type
            ? new(own, SentenceAnswers.Of(text, own, turn.Language, services))
            : meant;
    }

    private static IReadOnlyDictionary<string, string> Said(
        string text,
        RequestType type,
        IReadOnlyDictionary<string, string> slots,
        RequestServices services
    ) => SentenceAnswers.With(SaidOptions.In(text, type, services), type.FromSlots(SaidOptions.With(slots, text, type, services)));

    /// <summary>Ids of the requests whose subject is named in a text, whatever is said of it.</summary>
    public static IReadOnlyList<string> NamedIn(string text, RequestServices services)
    {
        var said = SaidWords.Of(text);
        return
        [
            .. services
                .Types.Where(type => services.Words.Languages.SelectMany(language => services.WordsOf(type, language).About).Any(said.Say))
                .Select(type => type.Id),
        ];
    }

    private static RequestType? InOwnWords(string text, Turn turn, RequestServices services)
    {
        // What was understood otherwise is no wish, even where it names the thing: "backup" alone asks about backups.
        if (turn.Meaning is { Intent: not (Intent.Unknown or Intent.Request) } or { IsAboutExisting: true })
            return null;
        if (turn.Meaning is { Intent: Intent.Unknown } && services.Find(turn.Meaning.Request) is { } understood)
            return understood;

        return IsAbout(text, services)
            ? null
            : services.Types.FirstOrDefault(type =>
                services.Words.Languages.Select(language => services.WordsOf(type, language)).Any(words => IsAsked(text, type, words)));
    }

    private static bool IsAsked(string text, RequestType type, TypeWords words)
    {
        var said = SaidWords.Of(text);
        return words.Asked.Any(said.Hold)
            || words.About.Any(thing => said.Without(thing).IsEmpty)
            || (
                words.About.Any(said.Say)
                && type.Fields.Any(field =>
                    field is IChoices { ReadFromSentence: true } && field.Decides && SentenceAnswers.Heard(field, text, words) is not null
                ));
    }

    // "Who enables MFA?", "MFA reset: who does that?"
    private static bool IsAbout(string text, RequestServices services)
    {
        var clauses = QuestionMark.Ends(text) ? text.Split(ClauseEnds) : [text];
        return clauses.Any(clause => services.Words.After("wish.say.about", clause) is not null);
    }
}
