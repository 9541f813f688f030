using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests.Typing;

/// <summary>Tells what a question for a free text would take, but nobody means as its answer.</summary>
internal static class AnswerFit
{
    private static readonly string[] NoAnswers = ["forms.say.yes", "forms.say.no", "forms.say.confirm", "risk.say"];

    /// <returns>True for a question, and for a bare "no" or "I confirm", where a name or a text is asked for.</returns>
    public static bool Doubt(string text, Field? asked, RequestTransitions moves) =>
        asked is TextField { Form: null } or PersonField
        && (IsQuestion(text, moves) || NoAnswers.Any(key => moves.Services.Words.IsSaid(key, TypedText.Plain(text))));

    private static bool IsQuestion(string text, RequestTransitions moves) =>
        QuestionMark.Ends(text) && moves.Services.Words.After("forms.say.asking", text) is not null;
}
