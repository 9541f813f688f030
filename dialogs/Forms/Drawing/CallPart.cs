using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>
/// How to call IBM about what cannot wait: the number, the case and a text to read out. A number of another desk is never among them: IBM
/// does not know it.
/// </summary>
internal static class CallPart
{
    private const int LongestText = 500;

    public static IEnumerable<Element> Draw(Request request, RequestType type, RequestServices services, Phrases words)
    {
        // Only what was confirmed is complete, and has a severity.
        if (request.State is not RequestState.Filing && !(request.State is RequestState.Filed && request.IsOpen))
            return [];

        var answers = new Answers(request);
        var severity = type.SeverityOf(answers, services.Context(request));
        if (severity is not Severity.Critical && type.CallbackOf(answers) is null)
            return [];

        var ibmCase = request.Ticket is { Desk: DeskKind.IbmCloud, Number: { } number } ? number : null;
        return
        [
            CardLayout.Heading(words["call.title"]),
            CardLayout.Line(services.Support.Phone is { Length: > 0 } phone
                ? words.Say("call.phone", ("phone", PlainText.Line(phone)))
                : words["call.no_phone"]),
            CardLayout.Line(ibmCase is null ? words["call.no_case"] : words.Say("call.case", ("number", PlainText.Line(ibmCase)))),
            Answered.Line(words["call.read_out"], ToReadOut(severity, ibmCase, type, answers, services)),
        ];
    }

    // What draws the eye in a list of tickets is nothing to read aloud.
    private static string Spoken(string subject) =>
        subject.Replace("***", "", StringComparison.Ordinal).Replace("->", "to", StringComparison.Ordinal);

    // In English, as IBM takes calls, whatever language the card is in.
    private static string ToReadOut(Severity severity, string? ibmCase, RequestType type, Answers answers, RequestServices services)
    {
        var english = services.Words.In(WordsCatalog.Fallback);
        string?[] sentences =
        [
            services.Support.Account is { Length: > 0 } account ? english.Say("call.say.account", ("account", account)) : null,
            english.Say("call.say.what", ("severity", $"{(int)severity}"), ("subject", Spoken(type.Subject(answers)))),
            ibmCase is null ? english["call.say.no_case"] : english.Say("call.say.case", ("number", ibmCase)),
            type.CallbackOf(answers) is { } contact ? english.Say("call.say.contact", ("contact", contact)) : null,
        ];
        return PlainText.Clip(PlainText.Line(string.Join(' ', sentences.OfType<string>())), LongestText);
    }
}
