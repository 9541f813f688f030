using System.Globalization;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>The input for each kind of field. Clients check nothing: what they refuse could not be saved.</summary>
internal static class FieldInput
{
    /// <summary>Marks a field that has to be filled in.</summary>
    public const string Required = "*";

    private const int MostChoices = 60;

    // What fits into the line of a phone, and how many names do.
    private const int LongestHint = 40;
    private const int MostInLine = 20;

    public static Input Of(Field field, string shown, Answers answers, Inventory systems, TypeWords words)
    {
        var label = field.IsOptional
            ? words.Shared.Say("forms.optional", ("label", words.Label(field)))
            : $"{words.Label(field)} {Required}";
        return field switch
        {
            IChoices choices => new ChoiceInput(
                field.Id, label, [.. choices.Options(answers).Select(id => new Choice(words.Option(field, id), id))])
            {
                Value = shown,
                Placeholder = words.Shared["forms.choose"],
            },
            YesNoField => new ToggleInput(field.Id, label, words.Shared["forms.yes"])
            {
                Value = shown == YesNoField.Yes ? YesNoField.Yes : YesNoField.No,
            },
            SystemField system when CanChoose(systems, system.Fits) => Systems(
                field, label, shown, systems, system.Fits, several: false, words),
            SystemsField several when CanChoose(systems, several.Fits) => Systems(
                field, label, shown, systems, several.Fits, several: true, words),
            TextField { IsLong: true } text => new TextInput(field.Id, label)
            {
                Value = shown,
                IsMultiline = true,
                MaxLength = text.Longest,
                Placeholder = words.Example(field),
            },
            TextField text => new TextInput(field.Id, label)
            {
                Value = shown,
                MaxLength = text.Longest,
                Placeholder = Hint(field, words),
            },
            NamesField { HoldsBlanks: true, Most: > MostInLine } => new TextInput(field.Id, label)
            {
                Value = shown,
                IsMultiline = true,
                Placeholder = words.Example(field),
            },
            _ => new TextInput(field.Id, label) { Value = shown, Placeholder = Hint(field, words) },
        };
    }

    /// <summary>Where a client can search for people; the name can be typed instead.</summary>
    /// <param name="id">Of whoever stands in the field; null for nobody.</param>
    public static PeopleInput People(Field field, string? id, string name, TypeWords words) => new(
        FormInputs.PersonOf(field), words.Shared["forms.person.search"], id is null ? null : new Choice(name.Length > 0 ? name : id, id))
    {
        Value = id,
        Placeholder = words.Shared["forms.person.search.hint"],
        Spacing = Spacing.Small,
    };

    private static bool CanChoose(Inventory systems, Func<Lpar, bool> fits) => systems.All.Any(fits) && systems.All.Count <= MostChoices;

    // A value that is not among the choices would be shown as nothing at all.
    private static Input Systems(
        Field field, string label, string shown, Inventory systems, Func<Lpar, bool> fits, bool several, TypeWords words)
    {
        var typed = several
            ? shown.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [shown];
        var known = typed.Select(systems.Find).ToList();
        if (shown.Length > 0 && known.Contains(null))
            return new TextInput(field.Id, label) { Value = shown, Placeholder = Hint(field, words) };

        return new ChoiceInput(field.Id, label, [.. systems.All.Where(fits).Select(lpar => new Choice(Title(lpar, words), lpar.Name))])
        {
            Value = string.Join(',', known.OfType<Lpar>().Select(lpar => lpar.Name)),
            Placeholder = words.Shared["forms.choose"],
            IsMultiSelect = several,
        };
    }

    // Of several examples those that fit: cut in the middle, the last would say something wrong.
    private static string? Hint(Field field, TypeWords words)
    {
        var example = words.Example(field);
        var end = example is { Length: > LongestHint } ? example.LastIndexOf(", ", LongestHint, StringComparison.Ordinal) : -1;
        return end > 0 ? example![..end] : example;
    }

    private static string Title(Lpar lpar, TypeWords words) =>
        string.Format(
            CultureInfo.InvariantCulture, "{0} ({1})", lpar.Name, words.Shared[lpar.IsProduction ? "forms.production" : "forms.test"]);
}
