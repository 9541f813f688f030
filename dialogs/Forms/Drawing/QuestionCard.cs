using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>One question of a form, for people who type; where few answers are possible, with a button for each.</summary>
internal static class QuestionCard
{
    /// <summary>The field that a button answers, and its answer.</summary>
    public const string Field = "field";
    public const string Value = "value";

    private const int MostButtons = 5;

    /// <param name="lead">What was understood, or what is wrong, before the question; null for nothing.</param>
    public static Card Draw(Field field, Request request, FormState form, TypeWords words, string? lead)
    {
        // Right by itself and at odds with the others is a problem too; what was not answered yet is none.
        var problem = form.EntryOf(field) is { Typed.Length: > 0, Choices.Count: 0 } or { Problem: not null } && form.ProblemOf(field) is { } wrong ? words.Say(wrong) : null;
        var question = form.EntryOf(field) is { Choices.Count: > 0 } ? words.Shared["forms.which"] : words.Ask(field);
        return new()
        {
            Summary = question,
            Language = words.Shared.Language,
            Body =
            [
                .. Lines(lead),
                .. problem is null ? [] : new Element[] { new RichText(new TextRun("⚠ " + problem) { Color = TextColor.Attention }) },
                new TextBlock(question) { Weight = TextWeight.Bolder, Size = TextSize.Medium, IsHeading = true },
                .. Hints(field, form, words),
                new TextBlock(words.Shared[field.IsOptional ? "forms.say_skip" : "forms.say"]) { IsSubtle = true, Size = TextSize.Small },
            ],
            Actions = [.. Buttons(field, request, form, words)],
        };
    }

    private static IEnumerable<Element> Lines(string? lead) => lead is null
        ? []
        : lead.Split('\n').Select(line => new RichText(new TextRun(line)) { Spacing = Spacing.Small });

    private static IEnumerable<Element> Hints(Field field, FormState form, TypeWords words)
    {
        if (field is IChoices choices && choices.Options(form.Answers) is { Count: > MostButtons } many)
            yield return new TextBlock(string.Join(" · ", many.Select((id, at) => $"{at + 1} {words.Option(field, id)}"))) { Spacing = Spacing.Small };
        else if (words.Example(field) is { } example)
            yield return new TextBlock(example) { IsSubtle = true, Spacing = Spacing.Small };
    }

    private static IEnumerable<CardAction> Buttons(Field field, Request request, FormState form, TypeWords words)
    {
        var answers = form.EntryOf(field) is { Choices.Count: > 0 } several ? several.Choices.Select(choice => (ValueText.Of(field, choice, request.Zone, words), choice))
            : field is IChoices choices ? choices.Options(form.Answers).Select(id => (words.Option(field, id), id))
            : field is YesNoField ? [(words.Shared["forms.yes"], YesNoField.Yes), (words.Shared["forms.no"], YesNoField.No)]
            : Enumerable.Empty<(string, string)>();
        var buttons = answers.ToList();
        return buttons.Count > MostButtons
            ? []
            : buttons.Select(answer => new Execute(answer.Item1, Verbs.AnswerQuestion)
            {
                Data = new Dictionary<string, string>(RequestButtons.DataOf(request)) { [Field] = field.Id, [Value] = answer.Item2 },
                IgnoresInputs = true,
            });
    }
}
