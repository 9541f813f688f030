using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Requests.Fields.Hours;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>Draws a field of a form: its input, how its value was understood, and what is wrong with it.</summary>
internal sealed class FieldDrawing(FormState form, Request request, Inventory systems, TypeWords words)
{
    /// <summary>A folded field stands open once something was given for it.</summary>
    public bool IsUnfolded(Field field) =>
        form.EntryOf(field) is { Typed.Length: > 0 } or { Problem: not null }
        || (request.WasSubmitted && form.ProblemOf(field) is not null);

    public IEnumerable<Element> Draw(Field field)
    {
        yield return FieldInput.Of(field, InputText.Of(field, form, request.Zone, words), form.Answers, systems, words);
        if (field is PersonField { IsIdentified: true })
            yield return FieldInput.People(field, InputText.IdOf(field, form), form.EntryOf(field)?.Typed ?? "", words);
        if (form.EntryOf(field) is { Choices.Count: > 0 } several)
            yield return Pick(field, several);
        else if (Pointed(field) is { } problem)
            yield return new RichText(new TextRun("⚠ " + words.Say(problem)) { Color = TextColor.Attention }) { Spacing = Spacing.Small };
        else if (Understood(field) is { } text)
            yield return new RichText(new TextRun("= " + text) { IsSubtle = true }) { Spacing = Spacing.Small };

        foreach (var note in CardLayout.Notes((form.EntryOf(field)?.Notes ?? []).Select(words.Say), Spacing.Small))
            yield return note;
    }

    // What is missing is pointed out once the form was meant to be complete, what is wrong at once.
    private Problem? Pointed(Field field) =>
        form.EntryOf(field)?.Problem ?? (request.WasSubmitted ? form.ProblemOf(field) : null);

    // Only where the value says more than what was typed.
    private string? Understood(Field field) => field is MomentField or WeekHoursField && form.EntryOf(field) is { Value: { } value }
        ? ValueText.Of(field, value, request.Zone, words)
        : null;

    // Two times may have to be chosen on one card: each choice tells whose it is.
    private ChoiceInput Pick(Field field, Entry entry) => new(
        FormInputs.PickOf(field),
        words.Shared.Say("forms.which_of", ("label", words.Label(field))),
        [.. entry.Choices.Select(choice => new Choice(ValueText.Of(field, choice, request.Zone, words), choice))])
    {
        IsExpanded = true,
        Spacing = Spacing.Small,
    };
}
