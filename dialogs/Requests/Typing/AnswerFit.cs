using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests.Typing;

/// <summary>Tells what a question for a free text would take, but nobody means as its answer.</summary>
internal static class AnswerFit
{
    private const int MostDigitsOfName = 2;

    private static readonly string[] NoAnswers = ["forms.say.yes", "forms.say.no", "forms.say.confirm", "risk.say"];

    /// <returns>True for a question, and for a bare "no" or "I confirm", where a name or a text is asked for.</returns>
    public static bool Doubt(string text, Field? asked, RequestTransitions moves) =>
        asked is TextField { Form: null } or PersonField
        && !(asked is PersonField { IsIdentified: true } && PersonField.Sought(text, moves.Context) is not null)
        && (QuestionMark.Ends(text)
            || IsNoPerson(text, asked)
            || NoAnswers.Any(key => moves.Services.Words.IsSaid(key, TypedText.Plain(text))));

    // A phone number or an address tells of a person, and names none.
    private static bool IsNoPerson(string text, Field asked) =>
        asked is PersonField && (text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsAsciiDigit) > MostDigitsOfName);
}
