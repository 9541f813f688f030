using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Layout;
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

    // What fits on a button in the column of a phone.
    private const int LongestButton = 34;

    /// <param name="lead">What was understood, or what is wrong, before the question; null for nothing.</param>
    public static Card Draw(Field field, Request request, FormState form, TypeWords words, string? lead)
    {
        // Right by itself and at odds with the others is a problem too; what was not answered yet is none.
        var problem =
            form.EntryOf(field) is { Typed.Length: > 0, Choices.Count: 0 } or { Problem: not null } && form.ProblemOf(field) is { } wrong
                ? words.Say(wrong)
                : null;
        var question = form.EntryOf(field) is { Choices.Count: > 0 } ? words.Shared["forms.which"] : words.Ask(field);
        var answers = Answers(field, request, form, words);
        return new()
        {
            Summary = question,
            Language = words.Shared.Language,
            Body =
            [
                .. Lines(lead),
                .. problem is null ? [] : new Element[] { new RichText(new TextRun("⚠ " + problem) { Color = TextColor.Attention }) },
                new TextBlock(question) { Weight = TextWeight.Bolder, Size = TextSize.Medium, IsHeading = true },
                .. Hints(field, request, form, answers, words),
                new TextBlock(words.Shared[field.IsOptional ? "forms.say_skip" : "forms.say"]) { IsSubtle = true, Size = TextSize.Small },
            ],
            Actions = [.. Buttons(field, request, answers)],
        };
    }

    private static IEnumerable<Element> Lines(string? lead) => lead is null
        ? []
        : lead.Split('\n').Select(line => new RichText(new TextRun(line)) { Spacing = Spacing.Small });

    // More answers than buttons can be are told by number; those whose words a button would cut off are lines that are pressed.
    private static IEnumerable<Element> Hints(
        Field field, Request request, FormState form, IReadOnlyList<(string Title, string Value)> answers, TypeWords words)
    {
        if (field is IChoices && answers.Count > MostButtons)
            yield return new TextBlock(string.Join(" · ", Numbered(answers))) { Spacing = Spacing.Small };
        else if (HasLong(answers))
            foreach (var (title, answer) in Numbered(answers).Zip(answers))
                yield return CardLayout.Pressed(title, Button(title, answer.Value, field, request));
        else if (words.Example(field) is { } example)
            yield return new TextBlock(example) { IsSubtle = true, Spacing = Spacing.Small };
    }

    private static IEnumerable<CardAction> Buttons(Field field, Request request, IReadOnlyList<(string Title, string Value)> answers) =>
        answers.Count > MostButtons || HasLong(answers)
            ? []
            : answers.Select(answer => Button(answer.Title, answer.Value, field, request));

    private static Execute Button(string title, string value, Field field, Request request) => new(title, Verbs.AnswerQuestion)
    {
        Data = new Dictionary<string, string>(RequestButtons.DataOf(request)) { [Field] = field.Id, [Value] = value },
        IgnoresInputs = true,
    };

    private static bool HasLong(IReadOnlyList<(string Title, string Value)> answers) =>
        answers.Any(answer => answer.Title.Length > LongestButton);

    private static IEnumerable<string> Numbered(IEnumerable<(string Title, string Value)> answers) =>
        answers.Select((answer, at) => $"{at + 1} {answer.Title}");

    private static IReadOnlyList<(string Title, string Value)> Answers(Field field, Request request, FormState form, TypeWords words) =>
        [
            .. form.EntryOf(field) is { Choices.Count: > 0 } several
                ? several.Choices.Select(choice => (ValueText.Of(field, choice, request.Zone, words), choice))
            : field is IChoices choices ? choices.Options(form.Answers).Select(id => (words.Option(field, id), id))
            : field is YesNoField ? [(words.Shared["forms.yes"], YesNoField.Yes), (words.Shared["forms.no"], YesNoField.No)]
            : Enumerable.Empty<(string, string)>(),
    ];
}
