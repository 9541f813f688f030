using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>The whole request for the second person, with the two buttons; once decided, how it stands.</summary>
internal static class ApprovalCard
{
    /// <summary>What was typed with a no.</summary>
    public const string Reason = "reason";

    public const int LongestReason = 500;

    /// <param name="audience">Where its owner reads along, the owner's buttons stand there too.</param>
    public static Card Draw(Request request, Audience audience, RequestServices services, TypeWords words, string? said)
    {
        var type = services.TypeOf(request);
        var answers = new Answers(request);
        var ticket = TicketText.Of(request, services);
        return CardPages.Fit(length => new Card
        {
            Summary = words.Shared.Say(
                "approval.summary", ("name", PlainText.Line(request.Owner.Name)), ("title", words.TitleOf(request)), ("key", request.Key)),
            Language = words.Shared.Language,
            Body =
            [
                RequestHead.Draw(
                    words,
                    request,
                    ContainerStyle.Warning,
                    words.Shared[audience is Audience.Owner ? "status.AwaitingApproval" : "approval.state"],
                    said),
                new RichText(new TextRun(words.Shared.Say("approval.asks", ("name", PlainText.Line(request.Owner.Name))))),
                .. Answered.Draw(type, request, length, words),
                .. FilePart.Draw(request, words.Shared),
                .. Answered.Severity(ticket.Severity, words.Shared),
                .. ApprovalsGiven(request, services, words.Shared),
                .. CardLayout.Notes(type.Warnings(answers, services.Context(request)).Select(words.Say)),
                .. Risks(type.Risks(answers, services.Context(request)), words),
                CardLayout.Line(words.Shared["approval.what"]),
                new TextInput(Reason, words.Shared["approval.reason"]) { MaxLength = LongestReason },
            ],
            Actions =
            [
                new Execute(words.Shared["approval.approve"], Verbs.Approve)
                {
                    Data = RequestButtons.DataOf(request),
                    Style = ActionStyle.Positive,
                },
                new Execute(words.Shared["approval.reject"], Verbs.Reject)
                {
                    Data = RequestButtons.DataOf(request),
                    Style = ActionStyle.Destructive,
                },
                .. audience is Audience.Owner ? RequestButtons.OfOwner(request, services.DeskOf(request), words.Shared) : [],
            ],
        });
    }

    // Boxed as in the review that the owner has confirmed.
    private static IEnumerable<Element> Risks(IEnumerable<Risk> risks, TypeWords words) =>
        risks.Select(risk => new Container(new RichText(new TextRun("⚠ " + words.Risk(risk)) { Weight = TextWeight.Bolder }))
        {
            Style = ContainerStyle.Attention,
        });

    // Where several have to approve: who has, and how many more are needed.
    private static IEnumerable<Element> ApprovalsGiven(Request request, RequestServices services, Phrases words)
    {
        foreach (var yes in request.ApprovalsGiven)
            yield return Answered.Line(words["status.approved"], PlainText.Line(yes.By.Name));
        if (services.OpenApprovals(request) is var open && (open > 1 || request.ApprovalsGiven.Any()))
            yield return CardLayout.Line(open == 1 ? words["approval.more.one"] : words.Say("approval.more.some", ("count", $"{open}")));
    }

    /// <summary>While its owner changes it there is nothing to decide, and what is half typed is nobody else's business.</summary>
    public static Card DrawWithout(Request request, TypeWords words)
    {
        var sentence = words.Shared.Say("approval.changing", ("name", PlainText.Line(request.Owner.Name)));
        return new()
        {
            Summary = words.Shared.Say(
                "status.summary", ("key", request.Key), ("title", words.TitleOf(request)), ("state", words.Shared["status.Editing"])),
            Language = words.Shared.Language,
            Body =
            [
                RequestHead.Draw(words, request, ContainerStyle.Emphasis, words.Shared["status.Editing"], said: null),
                new RichText(new TextRun(sentence)),
            ],
            Actions = [RequestButtons.Of(Verbs.ShowRequest, words.Shared["status.refresh"], request)],
        };
    }
}
