using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Ends a draft that nobody touched for its time of life.</summary>
public sealed class DraftExpiry(RequestChanges requests, ApprovalPolicy approvals, TimeProvider time)
{
    public async Task<ErrandEnd> DoAsync(Errand.ExpireDraft errand, CancellationToken cancel)
    {
        DateTimeOffset? again = null;
        await requests.ApplyAsync(
            errand.Request,
            now =>
            {
                again = now.IsDraft && IsYoung(now) ? now.ChangedAt + Drafts.Life : null;
                return now.IsDraft && again is null ? Ended(now) : null;
            },
            cancel);
        if (again is not null)
            await requests.SendAsync(errand with { Due = again }, cancel);
        return ErrandEnd.Done.Well;
    }

    private bool IsYoung(Request draft) => draft.ChangedAt + Drafts.Life > time.GetUtcNow();

    // What was confirmed stands: only the change that its owner began is dropped.
    private RequestChange Ended(Request draft) => draft.IsEdit && draft.WithoutEdit() is var before
        ? new(
            before,
            new Deed("edit-expired", By: null),
            [.. approvals.Missed(before, time.GetUtcNow()), new Errand.Redraw(draft.Id), new Errand.Tell(draft.Id, RequestNews.EditExpired())])
        : new(
            draft with { State = RequestState.Expired, Asking = null },
            new Deed("expired", By: null),
            new Errand.Redraw(draft.Id),
            new Errand.Tell(draft.Id, RequestNews.Expired()));
}
