using System.Globalization;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Requests.Fields.Hours;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>
/// Turns a language's own words into what a field reads: "replace it" into the option, "yes" into true, "me" into the person.
/// </summary>
internal static class TypedText
{
    public static string For(Field field, string typed, Answers answers, TypeWords words) => field switch
    {
        IChoices choices => Option(field, choices.Options(answers), typed, words) ?? typed,
        YesNoField => IsSaid("forms.say.yes", typed, words) ? YesNoField.Yes : IsSaid("forms.say.no", typed, words) ? YesNoField.No : typed,
        PersonField => IsMe(typed, words) ? PersonField.Me : typed,
        WeekHoursField => HoursText.Plain(typed, words.Shared),
        _ => typed,
    };

    /// <summary>The word stands for the person who types.</summary>
    public static bool IsMe(string typed, TypeWords words) => IsSaid("forms.say.me", typed, words);

    /// <summary>The text as it is compared: small letters, no sign at the end. A question mark alone stays one.</summary>
    public static string Plain(string text) =>
        text.Trim().TrimEnd('.', '!', '?').TrimEnd().ToLowerInvariant() is { Length: > 0 } said ? said
        : text.Contains('?', StringComparison.Ordinal) ? "?"
        : "";

    private static bool IsSaid(string key, string typed, TypeWords words) =>
        words.InEveryLanguage.Any(language => language.Shared.Several(key).Contains(Plain(typed)));

    private static string? Option(Field field, IReadOnlyList<string> options, string typed, TypeWords words)
    {
        var said = Plain(typed);
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= options.Count)
            return options[place - 1];

        return words.InEveryLanguage.Select(language => Named(field, options, said, language)).FirstOrDefault(option => option is not null);
    }

    private static string? Named(Field field, IReadOnlyList<string> options, string said, TypeWords words)
    {
        var exact = options.Where(option => Names(field, option, words).Contains(said)).ToList();
        if (exact.Count == 0)
            exact =
            [
                .. options.Where(option =>
                    Names(field, option, words).Any(name => said.Length > 2 && name.StartsWith(said, StringComparison.Ordinal))),
            ];
        return exact is [var only] ? only : null;
    }

    private static IEnumerable<string> Names(Field field, string option, TypeWords words) =>
        words.SaidFor(field, option).Append(words.Option(field, option)).Append(option).Select(Plain);
}
