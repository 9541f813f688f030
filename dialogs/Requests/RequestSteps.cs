using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>What an owner does with a request that was confirmed.</summary>
internal static class RequestSteps
{
    /// <param name="verb">One of <see cref="Verbs"/>.</param>
    /// <param name="text">What was said with it.</param>
    public static TurnResult Do(string verb, Request request, RequestTransitions moves, bool pressed, string? text = null) => verb switch
    {
        Verbs.CopyRequest => Started(Drafts.Copy(moves.Services.TypeOf(request), request, moves), "copied", "forms.copied", request, moves),
        Verbs.ExtendRequest or Verbs.RevokeAccess => TermSteps.Do(verb, request, moves, pressed, text),
        Verbs.EditRequest when request.IsDraft => DraftSteps.GoOn(request, moves),
        Verbs.EditRequest => Edit(request, moves, pressed),
        Verbs.Withdraw when request.IsDraft => DraftSteps.Cancel(request, moves, pressed),
        Verbs.Withdraw => Withdraw(request, moves, pressed),
        Verbs.GoOn when request.IsDraft => DraftSteps.GoOn(request, moves),
        Verbs.Confirm => [Shown(request, "review.sent_before", moves, pressed)],
        _ => [Shown(request, null, moves, pressed)],
    };

    private static TurnResult Edit(Request request, RequestTransitions moves, bool pressed)
    {
        if (!RequestStatus.CanEdit(request, moves.Services.DeskOf(request)))
            return [Shown(request, Why(request), moves, pressed)];

        var next = moves.Next(request) with
        {
            State = RequestState.Filling,
            Before = request.Before ?? request.Entries,
            Accepted = [],
            ConversationId = moves.Turn.Where.ConversationId,
            IsShared = moves.Turn.Where.Kind is not PlaceKind.Personal,
        };
        next = next with { Asking = moves.FormOf(next).Next?.Id };
        return
        [
            moves.Save(next, "edited"),
            new Change.Enqueue(new OutboxMessage.ExpireDraft(next.Id) { Due = moves.Turn.At + Drafts.Life }),
            RequestTransitions.Redraw(next),
            Shown(next, null, moves, pressed),
        ];
    }

    private static TurnResult Withdraw(Request request, RequestTransitions moves, bool pressed)
    {
        var canWithdraw = RequestStatus.CanWithdraw(request, moves.Services.DeskOf(request));
        // "Revoke it": what the desk has done already is taken back by another request.
        if (!canWithdraw && RequestTerm.IsRunning(request, moves.Services))
            return TermSteps.Do(Verbs.RevokeAccess, request, moves, pressed, text: null);
        if (!canWithdraw)
            return [Shown(request, request.IsOpen ? Why(request) : "status.over", moves, pressed)];

        var next = moves.Next(request) with { State = RequestState.Withdrawn };
        return
        [
            moves.Save(next, "withdrawn"),
            .. request.Ticket is null ? Array.Empty<Change>() : [new Change.Enqueue(new OutboxMessage.WithdrawTicket(request.Id))],
            RequestTransitions.Redraw(next),
            Shown(next, null, moves, pressed),
        ];
    }

    // Where it could be changed but for the desk.
    private static string Why(Request request) => request switch
    {
        { State: RequestState.Filing } => "status.not_yet",
        { State: RequestState.Filed, Ticket.State: TicketState.New } => "status.no_changes",
        _ => "status.too_late",
    };

    /// <summary>A draft that was made of another request.</summary>
    /// <param name="said">The sentence about it, by key.</param>
    public static TurnResult Started(Request draft, string what, string said, Request of, RequestTransitions moves) =>
        RequestLimits.OfDrafts(moves) is { } tooMany ? tooMany
        :
        [
            moves.Save(draft, what, of.Key),
            new Change.Enqueue(new OutboxMessage.ExpireDraft(draft.Id) { Due = moves.Turn.At + Drafts.Life }),
            moves.Show(draft, moves.WordsOf(draft).Shared.Say(said, ("key", of.Key))),
        ];

    /// <summary>The request as it stands.</summary>
    public static Reply Shown(Request request, string? said, RequestTransitions moves, bool pressed)
    {
        var sentence = said is null ? null : moves.WordsOf(request).Shared[said];
        return pressed ? moves.Replace(request, sentence) : moves.Show(request, sentence);
    }
}
