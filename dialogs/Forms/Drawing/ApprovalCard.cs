using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>The whole request for the second person, with the two buttons; once decided, how it stands.</summary>
internal static class ApprovalCard
{
    /// <summary>What was typed with a no.</summary>
    public const string Reason = "reason";

    public const int LongestReason = 500;

    public static Card Draw(Request request, RequestKit kit, TypeWords words, string? said)
    {
        var type = kit.TypeOf(request);
        var answers = new Answers(request);
        var ticket = TicketText.Of(request, kit);
        return CardPages.Fit(length => new Card
        {
            Summary = words.Shared.Say("approval.gist", ("name", PlainText.Line(request.Owner.Name)), ("title", words.TitleOf(request)), ("key", request.Key)),
            Language = words.Shared.Language,
            Body =
            [
                RequestHead.Draw(words, request, ContainerStyle.Warning, words.Shared["approval.state"], said),
                new RichText(new TextRun(words.Shared.Say("approval.asks", ("name", PlainText.Line(request.Owner.Name))))),
                .. Answered.Draw(type, request, length, words),
                Answered.Line(words.Shared["severity.label"], words.Shared[$"severity.{(int)ticket.Severity}"]),
                Answered.Line(words.Shared["approval.version"], $"{request.ConfirmedVersion}"),
                .. type.Warnings(answers, kit.Context(request)).Select(warning => new RichText(new TextRun("ⓘ " + words.Say(warning)) { Color = TextColor.Warning })),
                .. type.Risks(answers, kit.Context(request)).Select(risk => new RichText(new TextRun("⚠ " + words.Risk(risk)) { Color = TextColor.Attention })),
                HelpDrawing.Line(words.Shared["approval.what"]),
                new TextInput(Reason, words.Shared["approval.reason"]) { MaxLength = LongestReason },
            ],
            Actions =
            [
                new Execute(words.Shared["approval.approve"], Verbs.Approve) { Data = RequestButtons.DataOf(request), Style = ActionStyle.Positive },
                new Execute(words.Shared["approval.reject"], Verbs.Reject) { Data = RequestButtons.DataOf(request), Style = ActionStyle.Destructive },
            ],
        });
    }
}
