using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>What will be filed, in words, with a confirmation of its own for each risk.</summary>
internal static class ReviewCard
{
    private const string TicketId = "ticket";

    /// <summary>The key of a risk's confirmation among what was sent.</summary>
    public static string InputOf(Risk risk) => $"risk.{risk.Id}";

    /// <param name="overlaps">Open requests for the same thing, each as a sentence.</param>
    /// <param name="given">What was sent, where something is still to be confirmed: it is pointed out, and what was typed stays.</param>
    public static Card Draw(
        Request request,
        RequestServices services,
        TypeWords words,
        string? said,
        IReadOnlyList<string> overlaps,
        IReadOnlyDictionary<string, string>? given = null)
    {
        var type = services.TypeOf(request);
        var answers = new Answers(request);
        var context = services.Context(request);
        var risks = type.Risks(answers, context).ToList();
        var ticket = TicketText.Of(request, services);
        var approvers = services.Approvals.For(request, type.Approval(answers, services.Systems));
        return CardPages.Fit(length => new Card
        {
            Summary = words.Shared.Say("review.summary", ("title", words.TitleOf(request)), ("key", request.Key)),
            Language = words.Shared.Language,
            Body =
            [
                RequestHead.Draw(words, request, ContainerStyle.Emphasis, words.Shared["review.state"], said),
                .. Answered.Draw(type, request, length, words),
                .. FilePart.Draw(request, words.Shared),
                .. Answered.Severity(ticket.Severity, words.Shared),
                .. CardLayout.Notes([.. type.Warnings(answers, context).Select(words.Say), .. overlaps]),
                .. Approval(request, services, words),
                .. risks.Select(risk => Confirm(risk, request.Accepted.Contains(risk.Id), given, words)),
                .. Text(ticket.Subject, ticket.Body, length, words),
                new TextBlock(words.Shared["review.say"]) { IsSubtle = true, Size = TextSize.Small },
            ],
            Actions =
            [
                .. Confirm(request, approvers, words.Shared),
                RequestButtons.Of(Verbs.ChangeForm, words.Shared["review.change"], request),
                .. FilePart.CanRemove(request)
                    ? [RequestButtons.Of(Verbs.RemoveFiles, words.Shared["files.remove"], request)]
                    : Array.Empty<CardAction>(),
                RequestButtons.Cancel(request, words.Shared),
            ],
        });
    }

    // What nobody could approve cannot be sent: the card says what to set.
    private static IEnumerable<Execute> Confirm(Request request, Approvers approvers, Phrases words) =>
        approvers is Approvers.Nobody
            ? []
            :
            [
                new Execute(words[ConfirmWord(request, approvers)], Verbs.Confirm)
                {
                    Data = RequestButtons.DataOf(request),
                    Style = ActionStyle.Positive,
                },
            ];

    private static IEnumerable<Element> Approval(Request request, RequestServices services, TypeWords words)
    {
        var need = services.TypeOf(request).Approval(new Answers(request), services.Systems);
        var approvers = services.Approvals.For(request, need);
        return approvers is not Approvers.NotNeeded && need is { Needed: > 1 and var count }
            ? [.. Approval(approvers, words), CardLayout.Line(words.Shared.Say("approval.several", ("count", $"{count}")))]
            : Approval(approvers, words);
    }

    private static IEnumerable<Element> Approval(Approvers approvers, TypeWords words) =>
        approvers switch
        {
            Approvers.NotNeeded => [],
            Approvers.Nobody nobody =>
            [
                new TextBlock("⚠ " + words.Shared.Say("approval.nobody", ("setting", nobody.Setting)))
                {
                    Color = TextColor.Attention,
                    Weight = TextWeight.Bolder,
                },
            ],
            Approvers.AnybodyElse => [CardLayout.Line(words.Shared["approval.anybody"])],
            _ => [CardLayout.Line(words.Shared["approval.needed"])],
        };

    private static string ConfirmWord(Request request, Approvers approvers) =>
        approvers is not Approvers.NotNeeded ? "review.ask" : request.Ticket is null ? "review.confirm" : "review.amend";

    private static Container Confirm(Risk risk, bool isAccepted, IReadOnlyDictionary<string, string>? given, TypeWords words) => new(
    [
        new RichText(new TextRun("⚠ " + words.Risk(risk)) { Weight = TextWeight.Bolder }),
        risk.ToType is { } text
            ? new TextInput(InputOf(risk), words.Shared.Say("risk.type", ("text", text)))
            {
                Value = isAccepted ? text : given?.GetValueOrDefault(InputOf(risk)),
            }
            : new ToggleInput(InputOf(risk), words.Shared["risk.label"], words.Shared["risk.tick"])
            {
                Value = isAccepted ? "true" : "false",
            },
        .. given is null || isAccepted ? Array.Empty<Element>() : [Missing(risk, words.Shared)],
    ])
    {
        Style = ContainerStyle.Attention,
        Spacing = Spacing.Medium,
    };

    private static RichText Missing(Risk risk, Phrases words)
    {
        var sentence = risk.ToType is { } text ? words.Say("risk.type.missing", ("text", text)) : words["risk.tick.missing"];
        return new(new TextRun("⚠ " + sentence) { Color = TextColor.Attention }) { Spacing = Spacing.Small };
    }

    private static IEnumerable<Element> Text(string subject, string body, int length, TypeWords words) =>
        [
            new ActionSet(new ToggleVisibility(words.Shared["review.ticket"], TicketId)) { Spacing = Spacing.Medium },
            new Container([
                .. body.Split('\n')
                    .Prepend(subject)
                    .Select(line => new RichText(new TextRun(PlainText.Clip(line, length)) { Size = TextSize.Small })
                    {
                        Spacing = Spacing.Small,
                    }),
            ])
            {
                Id = TicketId,
                IsVisible = false,
            },
        ];
}
