using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>A request that was confirmed, or came to an end: how it stands, who has it now, what can be done with it.</summary>
internal static class StatusCard
{
    public static Card Draw(Request request, Audience audience, RequestServices services, TypeWords words, string? said)
    {
        var type = services.TypeOf(request);
        var state = RequestStatus.Say(request, words.Shared);
        return CardPages.Fit(length => new Card
        {
            Summary = words.Shared.Say("status.summary", ("key", request.Key), ("title", words.TitleOf(request)), ("state", state)),
            Language = words.Shared.Language,
            Body =
            [
                RequestHead.DrawStatus(words, request, RequestStatus.StyleOf(request), state, said),
                .. Lead(request, words.Shared),
                .. audience is Audience.Owner ? Next(request, services, words.Shared) : [],
                .. CallPart.Draw(request, type, services, words.Shared),
                .. audience is Audience.Owner ? DeskPart.Inputs(request, services.DeskOf(request), words.Shared) : [],
                .. Answered.Draw(type, request, length, words),
                .. FilePart.Draw(request, words.Shared),
                .. request is { IsOpen: true, Ticket: not null } && services.Rows.Find(type.Task, words.Shared.Language) is { } row
                    ? Handles(type, services.DeskOf(request), audience, row, length, services, words.Shared)
                    : [],
            ],
            Actions =
            [
                .. audience is Audience.Owner ? DeskPart.Buttons(request, services.DeskOf(request), words.Shared) : [],
                .. Buttons(request, audience, services, words.Shared),
            ],
        });
    }

    private static IEnumerable<Element> Lead(Request request, Phrases words)
    {
        foreach (var said in DeskPart.Said(request, words))
            yield return said;
        if (request.EndedAt is not null)
            yield return CardLayout.Line(words["status.ended"]);
        if (request.RefusedBecause is { } reason)
            yield return Answered.Line(words["status.refused"], PlainText.Clip(reason, 500));
        if (request.Decisions is [.., { Version: var version } last] && version == request.ConfirmedVersion)
        {
            yield return Answered.Line(words[last.IsApproval ? "status.approved" : "status.rejected"], PlainText.Line(last.By.Name));
            if (last.Reason is { Length: > 0 } because)
                yield return Answered.Line(words["status.because"], PlainText.Clip(because, 500));
        }
    }

    private static IEnumerable<Element> Next(Request request, RequestServices services, Phrases words)
    {
        var key = IsForAnybody(request, services) ? "status.anybody"
            : request is { State: RequestState.Filing, Trouble: { } trouble }
                ? trouble.NeedsOperator ? "status.desk_closed" : "status.desk_waits"
            : RequestStatus.NextKey(request, words);
        return key is not null && words.Find(key) is { } next
            ? [CardLayout.Line(Phrases.Placeholders(next).Count == 0 ? next : words.Say(key, ("key", request.Key)))]
            : [];
    }

    // Where nobody is listed nobody is asked either: its owner has to find somebody.
    private static bool IsForAnybody(Request request, RequestServices services) =>
        request.State is RequestState.AwaitingApproval
        && services.Approvals.For(request, services.TypeOf(request).Approval(new Answers(request), services.Systems))
            is Approvers.AnybodyElse;

    private static IEnumerable<Element> Handles(
        RequestType type, DeskProfile desk, Audience audience, Row row, int length, RequestServices services, Phrases words) =>
        [
            CardLayout.Heading(words["status.now"]),
            CardLayout.Line(DeskPart.Where(desk, audience, words)),
            .. type.LeavesDuties ? RowDrawing.Part(Party.Client, [.. row.DutiesOf(Party.Client)], length, words) : [],
            RowDrawing.Source(row, services.Rows.In(words.Language), words),
        ];

    private static IEnumerable<CardAction> Buttons(Request request, Audience audience, RequestServices services, Phrases words)
    {
        yield return RequestButtons.Of(Verbs.ShowRequest, words["status.refresh"], request);
        if (audience is Audience.Approver)
            yield break;

        foreach (var button in RequestButtons.OfOwner(request, services.DeskOf(request), words))
            yield return button;
        if (RequestTerm.IsRunning(request, services))
        {
            yield return RequestButtons.Of(Verbs.ExtendRequest, words["status.extend"], request);
            yield return RequestButtons.Of(Verbs.RevokeAccess, words["status.revoke"], request);
        }

        yield return RequestButtons.Of(Verbs.CopyRequest, words["status.copy"], request);
        if (request.Ticket?.Link is { } page)
            yield return new OpenUrl(words["status.open"], page);
    }
}
