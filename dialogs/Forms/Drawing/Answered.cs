using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>The answers of a request, a line each, as they are filed.</summary>
internal static class Answered
{
    /// <param name="length">Characters of one answer.</param>
    public static IEnumerable<Element> Draw(RequestType type, Request request, int length, TypeWords words) =>
        ValueText.All(type, new Answers(request), request.Zone, words)
            .Select(answer => Line(words.Label(answer.Field), PlainText.Clip(answer.Text, length)));

    public static RichText Line(string label, string text) =>
        new(new TextRun(Led(label)) { IsSubtle = true }, new TextRun(text) { Weight = TextWeight.Bolder }) { Spacing = Spacing.Small };

    /// <summary>How severe the ticket will be, and what follows from that.</summary>
    public static IEnumerable<Element> Severity(Severity severity, Phrases words) =>
    [
        Line(words["severity.label"], words[$"severity.{(int)severity}"]),
        new TextBlock(words.SayOf("severity_note", $"{(int)severity}"))
        {
            IsSubtle = true,
            Size = TextSize.Small,
            Spacing = Spacing.None,
        },
    ];

    /// <summary>The label before its answer: a question ends by itself.</summary>
    public static string Led(string label) => label.EndsWith('?') ? label + " " : label + ": ";
}
