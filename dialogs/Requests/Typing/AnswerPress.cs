using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Requests.Typing;

/// <summary>A button of a question card: the same as typing the answer. The card then shows what was answered.</summary>
internal static class AnswerPress
{
    public static TurnResult? Take(TurnInput.ButtonPress press, Request draft, RequestTransitions moves)
    {
        var words = moves.WordsOf(draft);
        if (PressedRequest.Find(press, moves.Turn)?.Id != draft.Id)
            return [new Reply.Notice(words.Shared["notice.request_gone"])];

        var field = moves.FormOf(draft).Fields.FirstOrDefault(field => field.Id == press.Data.GetValueOrDefault(QuestionCard.Field));
        var value = press.Data.GetValueOrDefault(QuestionCard.Value) ?? "";
        if (field is null)
            return [new Reply.Notice(words.Shared["forms.question_gone"])];

        var entry =
            EntryReader.Choose(draft.Entries.GetValueOrDefault(field.Id), value)
            ?? EntryReader.Read(field, value, draft, moves.Context, words);
        var effects = TypedAnswer.GoOn(draft with { Asking = field.Id }, EntryReader.Put(draft, field, entry), moves);
        return entry.Value is null ? effects : [new Reply.Replace(Answered(field, entry.Value, draft, words)), .. effects];
    }

    private static Card Answered(Field field, string value, Request draft, TypeWords words) => new()
    {
        Summary = words.Label(field),
        Language = words.Shared.Language,
        Body = [Forms.Drawing.Answered.Line("✓ " + words.Label(field), ValueText.Of(field, value, draft.Zone, words))],
    };
}
