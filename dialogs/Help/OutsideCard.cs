using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>Says plainly that the matrix has no answer, what the bot can do, and whom to ask. Never invents one.</summary>
public static class OutsideCard
{
    /// <param name="subject">Name of the outside subject; null when nothing was recognised at all.</param>
    /// <param name="offered">Ids of requests about what was asked, which the matrix does not name.</param>
    /// <param name="known">What others than the matrix tell about it.</param>
    public static Card Draw(string? subject, Contact? contact, IReadOnlyList<string> offered, KnownElsewhere known, Phrases words) =>
        new()
        {
            Summary = subject is null && known.Tells ? words["fact.title"] : words.SayOf("outside", subject),
            Language = words.Language,
            Body =
            [
                CardLayout.Title(TitleOf(subject, known, words)),
                .. subject is null && known.Tells ? Array.Empty<Element>() : [CardLayout.Line(words.SayOf("outside", subject))],
                .. known.Elements,
                .. Nearest(known.Nearest, words),
                new RichText(new TextRun(Whom(contact, words)) { Weight = TextWeight.Bolder }) { Spacing = Spacing.Small },
                .. offered.Count == 0
                    ? Array.Empty<Element>()
                    :
                    [
                        CardLayout.Line(words["outside.offer"]),
                        new ActionSet([.. offered.Select(request => MatrixButtons.Start(request, words))]),
                    ],
            ],
            Actions =
            [
                .. ContactButton(contact, words),
                .. known.Buttons,
                MatrixButtons.Help(words),
                MatrixButtons.WholeMatrix(words),
            ],
        };

    private static string TitleOf(string? subject, KnownElsewhere known, Phrases words) =>
        known.Tells ? words["fact.title"]
        : subject is null ? words["outside.title.unknown"]
        : words.SayOf("outside.title", subject);

    private static IEnumerable<Element> Nearest(Row? row, Phrases words) => row is null ? [] :
    [
        CardLayout.Line(words["fact.nearest"]),
        CardLayout.Pressed(
            RowDrawing.TitleOf(row), MatrixButtons.Answer(AnsweredRow.Of(row, Party.None), RowDrawing.TitleOf(row))),
    ];

    private static string Whom(Contact? contact, Phrases words) =>
        contact is null ? words["outside.whom.general"] : words.Say("outside.whom.contact", ("contact", PlainText.Clip(contact.Name, 200)));

    private static IEnumerable<CardAction> ContactButton(Contact? contact, Phrases words) =>
        contact?.Link is { } link ? [new OpenUrl(words["button.contact"], link)] : [];
}
