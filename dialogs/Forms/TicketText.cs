using System.Globalization;
using System.Text;
using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms;

/// <summary>Writes the ticket: labelled lines in English, whatever language its owner speaks.</summary>
internal static class TicketText
{
    /// <summary>In characters; desks show no more of a subject in their lists.</summary>
    private const int LongestSubject = 120;

    public static TicketDraft Of(Request request, RequestServices services)
    {
        var type = services.TypeOf(request);
        var words = services.WordsOf(type, WordsCatalog.Fallback);
        var answers = new Answers(request);
        return new(
            request.Key,
            type.Id,
            PlainText.Clip($"[{request.Key}] {type.Subject(answers)}", LongestSubject),
            Body(type, request, answers, words, services),
            type.SeverityOf(answers, services.Context(request)))
        {
            Systems = string.Join(", ", Systems(type, answers).Distinct(StringComparer.OrdinalIgnoreCase)),
            Requester = PlainText.Line(request.Owner.Name),
            Version = request.ConfirmedVersion,
        };
    }

    private static IEnumerable<string> Systems(RequestType type, Answers answers) => type.Fields.SelectMany(field => field switch
    {
        SystemField one when answers.TryGet(one, out var system) => [system],
        SystemsField many when answers.TryGet(many, out var systems) => systems,
        _ => (IEnumerable<string>)[],
    });

    private static string Body(RequestType type, Request request, Answers answers, TypeWords words, RequestServices services)
    {
        var context = services.Context(request);
        var text = new StringBuilder();
        Add(words.Shared["ticket.type"], words.TitleOf(request));
        Add(words.Shared["ticket.key"], request.Key);
        foreach (var (field, value) in ValueText.All(type, answers, request.Zone, words))
            // A reader of tickets takes what stands before the colon for the name of the field.
            Add(words.Label(field).TrimEnd('?'), value.ReplaceLineEndings(" / "));

        Add(
            words.Shared["ticket.severity"],
            words.Shared.Say("ticket.severity.of", ("severity", $"{(int)type.SeverityOf(answers, context)}")));
        foreach (var risk in type.Risks(answers, context).Where(risk => request.Accepted.Contains(risk.Id)))
            Add(words.Shared["ticket.risk"], words.Risk(risk));
        foreach (var decision in request.ApprovalsGiven)
            Add(words.Shared["ticket.approved"], $"{PlainText.Line(decision.By.Name)}, {Utc(decision.At)}");
        if (request.Files.Count > 0)
            Add(words.Shared["ticket.files"], string.Join(", ", request.Files.Select(file => PlainText.Line(file.Name))));
        Add(words.Shared["ticket.requester"], $"{PlainText.Line(request.Owner.Name)}, {Utc(request.ConfirmedAt ?? request.ChangedAt)}");
        return text.ToString().TrimEnd();

        void Add(string label, string value) => text.Append(label).Append(": ").Append(value).Append('\n');
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
