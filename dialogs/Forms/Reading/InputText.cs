using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>What an input of the form shows, and sends back when nobody changes it.</summary>
internal static class InputText
{
    public static string Of(Field field, FormState form, string zone, TypeWords words)
    {
        var entry = form.EntryOf(field);
        if (entry is { Typed.Length: > 0 })
            return IsChosen(field) ? entry.Value ?? entry.Typed : entry.Typed;

        return (entry?.Value ?? field.Usual(form.Answers)) is not { } usual ? ""
            : IsChosen(field) ? usual
            : field is PersonField person ? person.Parse(usual).Name
            : ValueText.Of(field, usual, zone, words);
    }

    /// <summary>The object id of whoever stands in the field for a person; null where none was given.</summary>
    public static string? IdOf(Field field, FormState form) =>
        field is PersonField person && form.EntryOf(field)?.Value is { } written && person.Parse(written) is { Id.Length: > 0 } known
            ? known.Id
            : null;

    /// <summary>Clients send the id of what was chosen, not its title.</summary>
    private static bool IsChosen(Field field) => field is IChoices or YesNoField;
}
