using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Requests;

/// <summary>
/// Tells an owner what was put off until now, unless the desk has another version by now or the request was taken back; and notes that
/// what a request was for has ended.
/// </summary>
public sealed class RemindHandler(RequestChanges requests, TimeProvider time)
    : IOutboxHandler<OutboxMessage.Remind>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.Remind message, CancellationToken cancel)
    {
        var news = new OutboxMessage.NotifyOwner(message.Request, message.News) { MayBeDuplicate = message.MayBeDuplicate };
        if (message.IsEnd)
            await requests.ApplyAsync(
                message.Request, now => Stands(now, message) && now.EndedAt is null ? Ended(now, news) : null, cancel);
        else if ((message.Until is not { } until || time.GetUtcNow() < until)
            && await requests.FindAsync(message.Request, cancel) is { } request
            && Stands(request, message))
            await requests.SendAsync(news, cancel);
        return HandlingResult.Done.Instance;
    }

    private static bool Stands(Request request, OutboxMessage.Remind message) =>
        request is { Ticket: not null, State: not RequestState.Withdrawn } && request.FiledVersion == message.Version;

    private RequestChange Ended(Request request, OutboxMessage.NotifyOwner news) => new(
        request with { EndedAt = time.GetUtcNow() },
        new AuditEntry("time over", By: null),
        new OutboxMessage.Redraw(request.Id),
        news);
}
