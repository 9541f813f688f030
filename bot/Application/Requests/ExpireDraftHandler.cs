using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Application.Requests;

/// <summary>Ends a draft that nobody touched for its time of life.</summary>
public sealed class ExpireDraftHandler(RequestChanges requests, ApprovalPolicy approvals, TimeProvider time)
    : IOutboxHandler<OutboxMessage.ExpireDraft>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.ExpireDraft message, CancellationToken cancel)
    {
        DateTimeOffset? again = null;
        await requests.ApplyAsync(
            message.Request,
            now =>
            {
                again = now.IsDraft && IsYoung(now) ? now.ChangedAt + Drafts.Life : null;
                return now.IsDraft && again is null ? Ended(now) : null;
            },
            cancel);
        if (again is not null)
            await requests.SendAsync(message with { Due = again }, cancel);
        return HandlingResult.Done.Instance;
    }

    private bool IsYoung(Request draft) => draft.ChangedAt + Drafts.Life > time.GetUtcNow();

    // What was confirmed stands: only the change that its owner began is dropped.
    private RequestChange Ended(Request draft) =>
        draft.IsEdit && draft.WithoutEdit() is var before
            ? new(
                before,
                new AuditEntry("edit-expired", By: null),
                [
                    .. ApprovalMessages.Missed(before, approvals, time.GetUtcNow()),
                    new OutboxMessage.Redraw(draft.Id),
                    new OutboxMessage.NotifyOwner(draft.Id, RequestNews.EditExpired()),
                ])
            : new(
                draft with
                {
                    State = RequestState.Expired,
                    Asking = null,
                },
                new AuditEntry("expired", By: null),
                new OutboxMessage.Redraw(draft.Id),
                new OutboxMessage.NotifyOwner(draft.Id, RequestNews.Expired()));
}
