using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>
/// The form as a card: what applies, with what was given, what is wrong at its field, and what most do without folded away.
/// </summary>
internal static class FormCard
{
    private const string MoreId = "more";

    public static Card Draw(RequestType type, Request request, FieldContext context, TypeWords words, string? said)
    {
        var form = new FormState(type, request, context);
        var drawing = new FieldDrawing(form, request, context.Systems, words);
        var folded = form.Fields.Where(field => field.IsFolded && !drawing.IsUnfolded(field)).ToList();
        return new Card
        {
            Summary = words.Shared.Say("forms.summary", ("title", words.TitleOf(request))),
            Language = words.Shared.Language,
            Body =
            [
                RequestHead.Draw(
                    words, request, ContainerStyle.Emphasis, words.Shared[request.IsEdit ? "forms.editing" : "forms.draft"], said),
                .. Count(form, request, words),
                .. form.Fields.Except(folded).SelectMany(drawing.Draw),
                .. Fold(folded, drawing, words),
                .. FilePart.Draw(request, words.Shared),
                new RichText(
                    new TextRun($"{FieldInput.Required} {words.Shared["forms.required"]}") { IsSubtle = true, Size = TextSize.Small }),
                .. Ask(form, request, words),
            ],
            Actions = [.. Buttons(form, request, words)],
        };
    }

    private static IEnumerable<Element> Count(FormState form, Request request, TypeWords words) =>
        request.WasSubmitted && form.Lacking > 0
            ?
            [
                new TextBlock(
                    "⚠ "
                        + (
                            form.Lacking == 1
                                ? words.Shared["forms.lacks.one"]
                                : words.Shared.Say("forms.lacks.some", ("count", $"{form.Lacking}"))))
                {
                    Color = TextColor.Attention,
                    Weight = TextWeight.Bolder,
                },
            ]
            : [];

    private static IEnumerable<Element> Fold(List<Field> folded, FieldDrawing drawing, TypeWords words) => folded.Count == 0
        ? []
        :
        [
            new ActionSet(new ToggleVisibility(words.Shared["forms.more"], MoreId)) { Spacing = Spacing.Medium },
            new Container([.. folded.SelectMany(drawing.Draw)]) { Id = MoreId, IsVisible = false },
        ];

    private static IEnumerable<Element> Ask(FormState form, Request request, TypeWords words) =>
        form.Next is { } next && request.Asking == next.Id
            ? [CardLayout.Line(words.Shared.Say("forms.or_type", ("question", words.Ask(next))))]
            : [];

    private static IEnumerable<CardAction> Buttons(FormState form, Request request, TypeWords words)
    {
        var data = new Dictionary<string, string>(RequestButtons.DataOf(request))
        {
            [FormInputs.Shown] = string.Join(',', form.Fields.Select(field => field.Id)),
        };
        yield return new Execute(words.Shared["forms.next"], Verbs.SubmitForm) { Data = data, Style = ActionStyle.Positive };
        if (form.Fields.Any(field => field.Decides))
            yield return new Execute(words.Shared["forms.redraw"], Verbs.RedrawForm) { Data = data };
        if (FilePart.CanRemove(request))
            yield return new Execute(words.Shared["files.remove"], Verbs.RemoveFiles) { Data = data };
        yield return RequestButtons.Cancel(request, words.Shared);
    }
}
