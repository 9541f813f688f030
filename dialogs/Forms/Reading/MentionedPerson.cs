using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>Whom a sentence is for, of those who are mentioned in it.</summary>
/// <param name="Rest">The sentence without that part.</param>
internal sealed record MentionedPerson(PersonField Field, string Name, string Rest)
{
    private static readonly char[] Marks = [' ', ',', ';', ':', '='];

    /// <summary>Somebody who is led by what the field is called: "for Ben".</summary>
    public static MentionedPerson? Led(string text, RequestType type, FieldContext context, TypeWords words) =>
        All(text, type, context, words).FirstOrDefault(it => it.IsLed).Person;

    /// <summary>
    /// The same in a sentence that asks for a request, or the only one who is mentioned where that is no call: "give Ben the profile", "Ben
    /// needs the profile". Whoever is called at either end is asked for help, and gets nothing.
    /// </summary>
    public static MentionedPerson? Meant(string text, RequestType type, FieldContext context, TypeWords words)
    {
        var all = All(text, type, context, words).ToList();
        return all.Find(it => it.IsLed).Person ?? (all is [{ IsInside: true, Person: var only }] ? only : null);
    }

    private static IEnumerable<(MentionedPerson Person, bool IsLed, bool IsInside)> All(
        string text, RequestType type, FieldContext context, TypeWords words)
    {
        if (type.Fields.OfType<PersonField>().FirstOrDefault(field => field.IsIdentified) is not { } field)
            yield break;

        foreach (var name in context.People.Keys.Where(name => PersonField.ObjectId(name) is null))
        {
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;

            var (before, after) = (text[..at].TrimEnd(Marks), text[(at + name.Length)..].TrimStart(Marks));
            var lead = words.InEveryLanguage.SelectMany(language => language.Names(field).Append(language.Label(field)))
                .Where(lead => Ends(before, lead)).MaxBy(lead => lead.Length);
            var needs = words.InEveryLanguage.SelectMany(language => language.Shared.Several("forms.say.needs"));
            var isInside = before.Length > 0
                ? after.Any(char.IsLetterOrDigit)
                : needs.Any(verb => after.StartsWith(verb + " ", StringComparison.OrdinalIgnoreCase));
            var rest = $"{before[..^(lead?.Length ?? 0)].TrimEnd(Marks)} {after}".Trim(Marks);
            yield return (new(field, name, rest), lead is not null, isInside);
        }
    }

    private static bool Ends(string text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !char.IsLetterOrDigit(text[^(word.Length + 1)]));
}
